import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import type { Field } from '@/api/types';
import { kitOf } from '@/fields/field-kits';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { IconButton } from '@/ui/button/icon-button';
import { Icon } from '@/ui/icon/icon';
import { Menu } from '@/ui/menu/menu';
import type { Place } from './layout-model';
import layout from './layouts.module.css';

export interface LayoutFieldProps {
  field: Field;
  place: Place;
  /** Where it may go instead of being dragged there. */
  places: { id: string; label: string }[];
  onMove: (to: string) => void;
  onStep: (step: -1 | 1) => void;
}

/** A field in a layout: dragged by its grip with mouse, finger or keys, or sent somewhere by its menu. */
export function LayoutField({ field, place, places, onMove, onStep }: LayoutFieldProps) {
  const t = useText();
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({ id: `${place.id}/${field.name}` });
  return (
    <li ref={setNodeRef} className={classNames(layout.field, isDragging && layout.slot)} style={{ transform: CSS.Translate.toString(transform), transition }}>
      <button ref={setActivatorNodeRef} type="button" className={layout.grip} {...attributes} {...listeners} aria-label={t('board.drag', { name: field.label })}>
        <Icon name="grip-vertical" size={14} />
      </button>
      <Icon name={kitOf(field).icon} size={14} />
      <span className={layout.name}>{field.label}</span>
      {field.required && (
        <span className={layout.required} role="img" aria-label={t('setup.required')}>
          *
        </span>
      )}
      <Menu
        target={<IconButton icon="dots" small label={t('setup.move_field', { field: field.label })} />}
        sections={() => [
          {
            items: [
              { id: 'up', label: t('setup.move_up'), icon: 'arrow-up', disabled: place.fields[0] === field.name, run: () => onStep(-1) },
              { id: 'down', label: t('setup.move_down'), icon: 'arrow-down', disabled: place.fields.at(-1) === field.name, run: () => onStep(1) },
            ],
          },
          { label: t('setup.move_to'), items: places.filter((each) => each.id !== place.id).map((each) => ({ id: each.id, label: each.label, icon: 'arrows-move' as const, run: () => onMove(each.id) })) },
        ]}
      />
    </li>
  );
}
