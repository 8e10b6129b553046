import { closestCenter, DndContext, type DragEndEvent, DragOverlay, KeyboardSensor, PointerSensor, pointerWithin, TouchSensor, useSensor, useSensors } from '@dnd-kit/core';
import { sortableKeyboardCoordinates } from '@dnd-kit/sortable';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { reasonOf } from '@/api/api-error';
import { fieldOf } from '@/api/catalogue';
import { metadataQuery, saveLayout } from '@/api/metadata';
import type { LayoutKind, ObjectInfo, RoleLayout } from '@/api/types';
import { OtherLanguages } from '@/fields/translations/other-languages';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { IconButton } from '@/ui/button/icon-button';
import { TextInput } from '@/ui/input/text-input';
import { Note } from '@/ui/note/note';
import { useToast } from '@/ui/toast/use-toast';
import { LayoutField } from './layout-field';
import { highlights, layoutOf, newSection, type Place, placed, placesOf, stepped, unused } from './layout-model';
import { LayoutPlace } from './layout-place';
import { LayoutPreview } from './layout-preview';
import { SectionCondition } from './section-condition';
import layout from './layouts.module.css';

const [touchDelay, touchTolerance] = [200, 8];
const parts = (id: string | number) => String(id).split('/') as [string, string];

export interface LayoutEditorProps {
  object: ObjectInfo;
  kind: LayoutKind;
  /** One for some roles; without it the general one. */
  shown?: RoleLayout & { name: string };
}

/** The layout that is kept: with its name and roles where it has them. */
function kept(places: readonly Place[], { object, kind, shown }: LayoutEditorProps) {
  const laid = layoutOf(places, kind, (shown ?? object.layouts.detail)?.related ?? []);
  return shown ? { ...laid, kind, label: shown.label, roles: shown.roles } : laid;
}

/** One layout: fields are dragged between what is not shown, the highlights and the sections; a record shows what comes of it. */
export function LayoutEditor({ object, kind, shown }: LayoutEditorProps) {
  const t = useText();
  const toast = useToast();
  const queries = useQueryClient();
  const [places, setPlaces] = useState(() => placesOf(object, kind, shown));
  const [changed, setChanged] = useState(false);
  const [held, setHeld] = useState<string | null>(null);
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }), useSensor(TouchSensor, { activationConstraint: { delay: touchDelay, tolerance: touchTolerance } }), useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }));
  const save = useMutation({
    mutationFn: () => saveLayout(object.name, shown?.name ?? kind, kept(places, { object, kind, shown })),
    onSuccess: async () => {
      await queries.invalidateQueries(metadataQuery);
      setChanged(false);
      toast({ text: t('setup.layout_saved') });
    },
  });
  const labelOf = (place: Place) => place.label ?? t(place.id === unused ? 'setup.not_shown' : place.id === highlights ? 'setup.highlights' : 'setup.shown');
  const targets = places.map((place) => ({ id: place.id, label: labelOf(place) }));

  function change(next: Place[]) {
    setPlaces(next);
    setChanged(true);
  }
  function drop({ active, over }: DragEndEvent) {
    setHeld(null);
    if (!over) return;
    const [[from, field], [to, before]] = [parts(active.id), parts(over.id)];
    if (from === to && before !== '') {
      // Within a place, what is dropped on a later field goes behind it.
      const place = places.find((each) => each.id === from);
      const fields = place?.fields ?? [];
      const at = fields.indexOf(before);
      return change(places.map((each) => (each.id === from ? { ...each, fields: fields.filter((name) => name !== field).toSpliced(at, 0, field) } : each)));
    }
    if (from !== to) change(placed(places, field, from, to, before || undefined));
  }
  const draw = (place: Place) =>
    place.fields.map((name) => {
      const field = fieldOf(object, name);
      return field && <LayoutField key={name} field={field} place={place} places={targets} onMove={(to) => change(placed(places, name, place.id, to))} onStep={(step) => change(places.map((each) => (each.id === place.id ? { ...each, fields: stepped(each, name, step) } : each)))} />;
    });
  const heldField = held ? fieldOf(object, parts(held)[1]) : undefined;
  const rest = places.find((place) => place.id === unused);
  const sections = places.filter((place) => place.label !== undefined);
  return (
    <>
      {save.error && <Note kind="danger">{reasonOf(save.error)}</Note>}
      <DndContext
        sensors={sensors}
        collisionDetection={(args) => {
          const under = pointerWithin(args);
          return under.length > 0 ? under.toSorted((one, other) => Number(String(one.id).endsWith('/')) - Number(String(other.id).endsWith('/'))) : closestCenter(args);
        }}
        onDragStart={({ active }) => setHeld(String(active.id))}
        onDragCancel={() => setHeld(null)}
        onDragEnd={drop}
      >
        <div className={layout.editor}>
          {rest && (
            <LayoutPlace place={rest} label={labelOf(rest)} narrow>
              {draw(rest)}
            </LayoutPlace>
          )}
          <div className={layout.canvas}>
            {places
              .filter((place) => place.id !== unused)
              .map((place) => (
                <LayoutPlace
                  key={place.id}
                  place={place}
                  label={labelOf(place)}
                  title={place.label !== undefined && <TextInput small aria-label={t('setup.section_name')} value={place.label} onChange={(event) => change(places.map((each) => (each.id === place.id ? { ...each, label: event.target.value } : each)))} />}
                  actions={place.label !== undefined && <IconButton icon="x" small label={t('setup.delete_field', { field: place.label })} onClick={() => change(places.filter((each) => each.id !== place.id).map((each) => (each.id === unused ? { ...each, fields: [...each.fields, ...place.fields] } : each)))} />}
                  condition={place.label !== undefined && <SectionCondition object={object} condition={place.condition} onChange={(condition) => change(places.map((each) => (each.id === place.id ? { ...each, condition } : each)))} />}
                >
                  {draw(place)}
                </LayoutPlace>
              ))}
            {sections.length > 0 && (
              <OtherLanguages
                words={sections.map((place, index) => ({
                  id: place.id,
                  label: t('setup.section_number', { index: index + 1 }),
                  written: place.label ?? '',
                  key: 'label',
                  translations: place.translations,
                  onChange: (translations) => change(places.map((each) => (each.id === place.id ? { ...each, translations } : each))),
                }))}
              />
            )}
            <div style={{ display: 'flex', gap: 8 }}>
              {kind === 'detail' && (
                <Button icon="plus" onClick={() => change([...places, newSection(t('setup.section'))])}>
                  {t('setup.section')}
                </Button>
              )}
              <Button kind="primary" busy={save.isPending} disabled={!changed} onClick={() => save.mutate()}>
                {t('setup.save_layout')}
              </Button>
              {changed && (
                <Button
                  kind="quiet"
                  onClick={() => {
                    setPlaces(placesOf(object, kind, shown));
                    setChanged(false);
                  }}
                >
                  {t('list.reset')}
                </Button>
              )}
            </div>
          </div>
          <LayoutPreview object={object} places={places} />
        </div>
        <DragOverlay dropAnimation={null}>{heldField && <div className={`${layout.field} ${layout.drag}`}>{heldField.label}</div>}</DragOverlay>
      </DndContext>
    </>
  );
}
