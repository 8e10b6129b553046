import { fieldOf, useCatalogue } from '@/api/catalogue';
import type { ObjectInfo, RecordData } from '@/api/types';
import { FieldValue } from '@/fields/field-value';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { NextStepSign } from '@/ui/next-step/next-step-sign';
import { contactOf } from './timeline-model';
import { hasTimeline, useTimeline } from './use-timeline';
import styles from './record.module.css';

// The head already tells whose it is and whom it is about.
const inHead = new Set(['account_id', 'owner_id', 'name', 'stage_id']);

/** The few figures that one looks for first, side by side; then when one last spoke, and what comes next. */
export function Highlights({ object, record }: { object: ObjectInfo; record: RecordData }) {
  const { fromToday, today } = useFormats();
  const catalogue = useCatalogue();
  const fields = (object.layouts.detail?.highlights ?? []).map((name) => fieldOf(object, name)).filter((field) => field !== undefined && !inHead.has(field.name)) as ObjectInfo['fields'];
  const contacts = hasTimeline(object, catalogue);
  if (fields.length === 0 && !contacts) return null;
  return (
    <dl className={styles.highlights}>
      {fields.map((field) => {
        const value = record[field.name];
        const late = field.name === 'close_date' && record.is_closed === false && typeof value === 'string' && value < today;
        return (
          <div key={field.name}>
            <dt>{field.label}</dt>
            <dd>
              <FieldValue field={field} record={record} empty="–" />
              {field.type === 'date' && typeof value === 'string' && <span className={classNames(styles.relative, late && styles.late)}>{fromToday(value)}</span>}
            </dd>
          </div>
        );
      })}
      {contacts && <Contacts object={object} record={record} />}
    </dl>
  );
}

function Contacts({ object, record }: { object: ObjectInfo; record: RecordData }) {
  const t = useText();
  const { day: short, nearDay, fromToday, today } = useFormats();
  const { entries, loaded } = useTimeline(object, record);
  const { last, next } = contactOf(entries, fieldOf(object, 'stage_id') && record.id);
  const open = record.is_closed === false;
  const state = !next ? 'none' : next.day < today ? 'overdue' : next.day === today ? 'today' : 'planned';
  return (
    <>
      <div>
        <dt>{t('record.last_contact')}</dt>
        <dd>
          {last ? short(last.day) : '–'}
          {last && <span className={styles.relative}>{fromToday(last.day)}</span>}
        </dd>
      </div>
      {(next || open) && (
        <div>
          <dt>{t('record.next_step')}</dt>
          <dd className={classNames(styles.nextStep, loaded && styles[state])}>
            {loaded && <NextStepSign state={state} />}
            {!loaded ? '–' : !next ? t('field.none') : `${next.object.label}, ${next.day === today ? t('frame.today') : nearDay(next.day)}`}
          </dd>
        </div>
      )}
    </>
  );
}
