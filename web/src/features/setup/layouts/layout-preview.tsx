import { useQuery } from '@tanstack/react-query';
import { fieldOf, useCatalogue, useMe } from '@/api/catalogue';
import { columnOf, nameOf } from '@/api/columns';
import { shortListQuery } from '@/api/records';
import { isShown } from '@/api/section-conditions';
import type { Field, ObjectInfo } from '@/api/types';
import { FieldValue } from '@/fields/field-value';
import { useText } from '@/i18n/use-text';
import { ObjectTile } from '@/ui/avatar/object-tile';
import { highlights, type Place, sectionOf, unused } from './layout-model';
import layout from './layouts.module.css';

/** The latest record as the layout would show it. Nothing is saved by it. */
export function LayoutPreview({ object, places }: { object: ObjectInfo; places: Place[] }) {
  const t = useText();
  const me = useMe();
  const catalogue = useCatalogue();
  const all = object.fields.filter((field) => !field.component_of).flatMap((field) => columnOf(field.name, object, catalogue)?.needs ?? []);
  const { data } = useQuery(shortListQuery({ object: object.name, fields: [...new Set(['id', object.name_field, ...all])], sort: '-updated_at', limit: 1 }));
  const record = data?.[0] ?? { id: '' };
  const row = (name: string) => {
    const field: Field | undefined = fieldOf(object, name);
    return (
      field && (
        <div key={name}>
          <dt>{field.label}</dt>
          <dd>
            <FieldValue field={field} record={record} empty="–" />
          </dd>
        </div>
      )
    );
  };
  return (
    <aside className={layout.preview} aria-label={t('setup.preview')}>
      <h2>{t('setup.preview')}</h2>
      <div className={layout.sheet}>
        <header>
          <ObjectTile icon={object.icon} tint={object.tint} size={24} />
          <strong>{record.id ? nameOf(record, object) : object.label}</strong>
        </header>
        {places
          .filter((place) => place.id !== unused)
          .map((place) => (
            <div key={place.id} className={place.id === highlights ? layout.strip : layout.part}>
              {place.label && <h3>{place.label}</h3>}
              {isShown(sectionOf(place), object, record, me.user.id) ? <dl>{place.fields.map(row)}</dl> : <p>{t('setup.section_not_here')}</p>}
            </div>
          ))}
      </div>
      <p>{t('setup.preview_text')}</p>
    </aside>
  );
}
