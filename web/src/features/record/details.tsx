import { useState } from 'react';
import { fieldOf, useMe } from '@/api/catalogue';
import { isShown } from '@/api/section-conditions';
import type { DetailSection, Field, ObjectInfo, RecordData } from '@/api/types';
import { isNothing } from '@/fields/field-value';
import { useGatedSave } from '@/fields/gate/gate-context';
import { InPlaceField } from '@/fields/in-place-field';
import { type Named, useLabel } from '@/i18n/labels';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { changePreferences, usePreferences } from '@/lib/preferences';
import { rank } from '@/lib/rank';
import { IconButton } from '@/ui/button/icon-button';
import { SearchInput } from '@/ui/input/search-input';
import styles from './record.module.css';

export interface DetailsProps {
  object: ObjectInfo;
  record: RecordData;
  /** In the middle of a wide page: sections side by side. */
  broad?: boolean;
}

/** Sections of the catalogue's layout, then the fields that nobody has placed yet; tags stand in the head. Of a section that is not for this record, only what has to be filled in is shown. */
function sectionsOf(object: ObjectInfo, record: RecordData, me: string, t: { other: string; system: string }): (Named & { fields: Field[] })[] {
  const laid: DetailSection[] = object.layouts.detail?.sections ?? [];
  const placed = new Set(laid.flatMap((section) => section.fields));
  const rest = object.fields.filter((field) => !placed.has(field.name) && !field.component_of && field.type !== 'id' && field.type !== 'tags' && field.name !== 'version' && !field.name.endsWith('_base'));
  return [
    ...laid.map((section) => {
      const shown = isShown(section, object, record, me);
      return { ...section, fields: section.fields.map((name) => fieldOf(object, name)).filter((field) => field !== undefined).filter((field) => shown || (field.required && isNothing(record[field.name]))) };
    }),
    { label: t.other, fields: rest.filter((field) => !field.system) },
    { label: t.system, fields: rest.filter((field) => field.system && field.name !== 'deleted_at') },
  ].filter((section) => section.fields.length > 0);
}

/** All fields of the record, each edited in its place; found by typing, and without the empty ones if one likes. */
export function Details({ object, record, broad }: DetailsProps) {
  const t = useText();
  const me = useMe();
  const label = useLabel();
  const save = useGatedSave(object);
  const { hideEmpty } = usePreferences();
  const [wanted, setWanted] = useState('');
  const shows = (field: Field) => (wanted.trim() ? rank(wanted.trim(), field.label) > 10 : !hideEmpty || !isNothing(record[field.name]));
  const sections = sectionsOf(object, record, me.user.id, { other: t('record.other_fields'), system: t('record.system_fields') })
    .map((section) => ({ ...section, fields: section.fields.filter(shows) }))
    .filter((section) => section.fields.length > 0);
  return (
    <div className={styles.details}>
      <div className={styles.find}>
        <SearchInput small aria-label={t('filter.find_field')} placeholder={t('filter.find_field')} value={wanted} onChange={(event) => setWanted(event.target.value)} />
        <IconButton icon={hideEmpty ? 'eye-off' : 'eye'} small label={t(hideEmpty ? 'record.show_empty' : 'record.hide_empty')} aria-pressed={hideEmpty} onClick={() => changePreferences({ hideEmpty: !hideEmpty })} />
      </div>
      <div className={classNames(broad && styles.broad)}>
        {sections.map((section) => (
          <section key={section.label} className={styles.section}>
            <h2>{label(section)}</h2>
            <dl>
              {section.fields.map((field) => (
                <InPlaceField key={field.name} field={field} record={record} onSave={save} />
              ))}
            </dl>
          </section>
        ))}
      </div>
      {sections.length === 0 && <p className={styles.nothing}>{t('field.none_found')}</p>}
    </div>
  );
}
