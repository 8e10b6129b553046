import { useDroppable } from '@dnd-kit/core';
import { rectSortingStrategy, SortableContext } from '@dnd-kit/sortable';
import type { ReactNode } from 'react';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import type { Place } from './layout-model';
import layout from './layouts.module.css';

export interface LayoutPlaceProps {
  place: Place;
  label: string;
  /** Instead of the label: a box in which it can be changed. */
  title?: ReactNode;
  actions?: ReactNode;
  /** Between the head and the fields. */
  condition?: ReactNode;
  /** One field under the other. */
  narrow?: boolean;
  children: ReactNode;
}

/** A part of a layout that fields are dropped into. */
export function LayoutPlace({ place, label, title, actions, condition, narrow, children }: LayoutPlaceProps) {
  const t = useText();
  const { setNodeRef, isOver } = useDroppable({ id: `${place.id}/` });
  return (
    <section className={classNames(layout.place, narrow && layout.narrow, isOver && layout.over)} aria-label={label}>
      <header>
        {title || <h2>{label}</h2>}
        <span className={layout.count}>{place.fields.length}</span>
        {actions}
      </header>
      {condition}
      <SortableContext items={place.fields.map((name) => `${place.id}/${name}`)} strategy={rectSortingStrategy}>
        <ul ref={setNodeRef} className={layout.fields} aria-label={label}>
          {children}
          {place.fields.length === 0 && <li className={layout.empty}>{t('setup.drop_field')}</li>}
        </ul>
      </SortableContext>
    </section>
  );
}
