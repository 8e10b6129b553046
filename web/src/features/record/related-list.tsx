import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { allowed, fieldOf, isReference, useCatalogue, useMe } from '@/api/catalogue';
import { columnOf, columnsOf, fieldsToAsk, nameOf } from '@/api/columns';
import { allOf } from '@/api/filter';
import { shortListQuery } from '@/api/records';
import { soqlQuery } from '@/api/soql';
import type { ChildRelation, Filter, ObjectInfo, RecordData } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { IconButton } from '@/ui/button/icon-button';
import { RelatedRow } from './related-row';
import { useLinking } from './use-linking';
import styles from './record.module.css';

export interface RelatedListProps {
  child: ChildRelation;
  /** Object of the records in the list. */
  target: ObjectInfo;
  parent: ObjectInfo;
  record: RecordData;
}

// Few look for one among few; who does brings these along.
const RelatedTools = lazy(async () => ({ default: (await import('./related-tools')).RelatedTools }));
const LinkDialog = lazy(async () => ({ default: (await import('./link-dialog')).LinkDialog }));

const rows = 5;

/** Child relations are named for machines ("opportunity_lines"); people read the object's own plural, or the relation in words. */
function titleOf(child: ChildRelation, target: ObjectInfo, parent: ObjectInfo): string {
  const several = parent.children.filter((each) => each.object === child.object).length > 1;
  const words = child.name.replace(/_/g, ' ');
  return several ? words.charAt(0).toUpperCase() + words.slice(1) : target.plural_label;
}

/** The first records that refer to this one, how many there are, sorted and filtered as one likes; the way to add, to link, to unlink and to see all. */
export function RelatedList({ child, target, parent, record }: RelatedListProps) {
  const t = useText();
  const me = useMe();
  const catalogue = useCatalogue();
  const navigate = useNavigate();
  const [narrowing, setNarrowing] = useState(false);
  const [linking, setLinking] = useState(false);
  const [own, setOwn] = useState<Filter | null>(null);
  const [order, setOrder] = useState<string>();
  const { link, unlink } = useLinking(child, target, record);
  const filter: Filter = allOf([{ field: child.field, op: '=', value: record.id }, own]) as Filter;
  const other = target.hidden ? target.fields.find((field) => isReference(field) && field.name !== child.field && !field.system && field.name !== 'owner_id') : undefined;
  const card = (target.layouts.card?.fields ?? target.layouts.create?.fields ?? []).filter((name) => name !== child.field && name !== target.name_field);
  const columns = columnsOf([...(other ? [other.name] : []), ...card], target, catalogue);
  const usual = fieldOf(target, 'sequence') ? 'sequence' : fieldOf(target, 'close_date') ? '-close_date' : '-created_at';
  const sort = order ?? usual;
  const { data, isPending } = useQuery({ ...shortListQuery({ object: target.name, fields: fieldsToAsk(columns, target), filter, sort, limit: rows }), placeholderData: (before) => before });
  const { data: counted } = useQuery({ ...soqlQuery(target.name, `SELECT COUNT(id) FROM ${target.name} WHERE ${child.field} = '${record.id}'`, own), enabled: data?.length === rows });
  const count = data && data.length < rows ? data.length : Number(counted?.[0]?.expr0 ?? rows);
  const title = titleOf(child, target, parent);
  const relation = fieldOf(target, child.field)?.relation;
  return (
    <section className={styles.related} aria-label={title}>
      <header>
        <h2>{title}</h2>
        {data && <span>{count}</span>}
        <span className={styles.relatedButtons}>
          {(count > 1 || narrowing) && <IconButton icon="filter" small label={t('related.narrow', { what: title })} aria-pressed={narrowing} onClick={() => setNarrowing(!narrowing)} />}
          {link && <IconButton icon="link" small label={t('related.link', { what: title })} onClick={() => setLinking(true)} />}
          {allowed(me, target.name, 'create') && (
            <IconButton
              icon="plus"
              small
              label={t('record.add', { what: target.label })}
              onClick={() => void navigate({ to: '.', search: (before) => ({ ...before, create: target.name, preset: { [child.field]: record.id, ...(relation ? { [relation]: { name: nameOf(record, parent) } } : {}) } }) })}
            />
          )}
        </span>
      </header>
      {narrowing && (
        <Suspense>
          <RelatedTools object={target} columns={[columnOf(target.name_field, target, catalogue), ...columns, columnOf('created_at', target, catalogue)].filter((column) => column !== undefined)} sort={sort} filter={own} onSort={setOrder} onFilter={setOwn} />
        </Suspense>
      )}
      {isPending && <div className={styles.relatedSkeleton} />}
      {data?.map((each) => <RelatedRow key={each.id} object={target} record={each} columns={columns} through={other} onUnlink={unlink && ((name) => void unlink(each, name))} />)}
      {data?.length === 0 && own && <p className={styles.nothing}>{t('related.none_fit')}</p>}
      {data && (narrowing || count > data.length) && count > 0 && !target.hidden && (
        <Link to="/o/$object" params={{ object: target.name }} search={{ filter }} className={styles.all}>
          {t('record.all', { count })}
        </Link>
      )}
      {linking && link && (
        <Suspense>
          <LinkDialog target={target} onLink={link} onClose={() => setLinking(false)} />
        </Suspense>
      )}
    </section>
  );
}
