import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { allowed, fieldOf, isReference, useCatalogue, useMe } from '@/api/catalogue';
import { columnsOf, fieldsToAsk, nameOf } from '@/api/columns';
import { shortListQuery } from '@/api/records';
import { soqlQuery } from '@/api/soql';
import type { ChildRelation, Filter, ObjectInfo, RecordData } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { IconButton } from '@/ui/button/icon-button';
import { RelatedRow } from './related-row';
import styles from './record.module.css';

export interface RelatedListProps {
  child: ChildRelation;
  /** Object of the records in the list. */
  target: ObjectInfo;
  parent: ObjectInfo;
  record: RecordData;
}

const rows = 5;

/** Child relations are named for machines ("opportunity_lines"); people read the object's own plural, or the relation in words. */
function titleOf(child: ChildRelation, target: ObjectInfo, parent: ObjectInfo): string {
  const several = parent.children.filter((each) => each.object === child.object).length > 1;
  const words = child.name.replace(/_/g, ' ');
  return several ? words.charAt(0).toUpperCase() + words.slice(1) : target.plural_label;
}

/** The first records that refer to this one, how many there are, and the way to add and to see all. */
export function RelatedList({ child, target, parent, record }: RelatedListProps) {
  const t = useText();
  const me = useMe();
  const catalogue = useCatalogue();
  const navigate = useNavigate();
  const filter: Filter = { field: child.field, op: '=', value: record.id };
  const other = target.hidden ? target.fields.find((field) => isReference(field) && field.name !== child.field && !field.system && field.name !== 'owner_id') : undefined;
  const card = (target.layouts.card?.fields ?? target.layouts.create?.fields ?? []).filter((name) => name !== child.field && name !== target.name_field);
  const columns = columnsOf([...(other ? [other.name] : []), ...card], target, catalogue);
  const sort = fieldOf(target, 'sequence') ? 'sequence' : fieldOf(target, 'close_date') ? '-close_date' : '-created_at';
  const { data, isPending } = useQuery(shortListQuery({ object: target.name, fields: fieldsToAsk(columns, target), filter, sort, limit: rows }));
  const { data: counted } = useQuery({ ...soqlQuery(target.name, `SELECT COUNT(id) FROM ${target.name} WHERE ${child.field} = '${record.id}'`), enabled: data?.length === rows });
  const count = data && data.length < rows ? data.length : Number(counted?.[0]?.expr0 ?? rows);
  const title = titleOf(child, target, parent);
  const relation = fieldOf(target, child.field)?.relation;
  return (
    <section className={styles.related} aria-label={title}>
      <header>
        <h2>{title}</h2>
        {data && <span>{count}</span>}
        {allowed(me, target.name, 'create') && (
          <IconButton
            icon="plus"
            small
            label={t('record.add', { what: target.label })}
            onClick={() => void navigate({ to: '.', search: (before) => ({ ...before, create: target.name, preset: { [child.field]: record.id, ...(relation ? { [relation]: { name: nameOf(record, parent) } } : {}) } }) })}
          />
        )}
      </header>
      {isPending && <div className={styles.relatedSkeleton} />}
      {data?.map((each) => <RelatedRow key={each.id} object={target} record={each} columns={columns} through={other} />)}
      {data && count > data.length && !target.hidden && (
        <Link to="/o/$object" params={{ object: target.name }} search={{ filter }} className={styles.all}>
          {t('record.all', { count })}
        </Link>
      )}
    </section>
  );
}
