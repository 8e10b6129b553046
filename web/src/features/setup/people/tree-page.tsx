import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { failureOf } from '@/api/api-error';
import { fieldOf } from '@/api/catalogue';
import { shortListQuery } from '@/api/records';
import { useSaveRecord } from '@/api/save-record';
import type { Field, ObjectInfo, RecordData } from '@/api/types';
import { InPlaceField } from '@/fields/in-place-field';
import { useText } from '@/i18n/use-text';
import { Panel } from '@/ui/panel/panel';
import { EmptyState } from '@/ui/state/empty-state';
import { ErrorState } from '@/ui/state/error-state';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { AddRecord } from '../add-record';
import { SetupBar } from '../setup-bar';
import { treeOf } from './tree';
import { TreeBranches } from './tree-branches';
import styles from '../setup.module.css';
import tree from './tree.module.css';

export interface TreePageProps {
  object: ObjectInfo;
  title: string;
  /** One sentence on what the tree is for. */
  lead: string;
  /** Fields of the chosen record, its parent among them: changing it moves the branch. */
  fields: string[];
  /** How many people a record has, by its id. */
  counts: Map<string, number>;
  /** What belongs to the chosen record. */
  children: (record: RecordData) => ReactNode;
}

/** A hierarchy: the tree at one side, what is chosen at the other. */
export function TreePage({ object, title, lead, fields, counts, children }: TreePageProps) {
  const t = useText();
  const save = useSaveRecord(object.name);
  const [chosen, setChosen] = useState<string | null>(null);
  const { data, error, isPending, refetch } = useQuery(shortListQuery({ object: object.name, fields: ['id', 'version', 'name', 'parent_id', 'parent.name', ...fields], sort: 'name', limit: 2000 }));
  const branches = treeOf(data ?? []);
  const record = data?.find((each) => each.id === chosen) ?? branches[0]?.record;
  const shown = fields.map((name) => fieldOf(object, name)).filter((field): field is Field => field !== undefined);
  return (
    <>
      <SetupBar title={title} actions={<AddRecord object={object} fields={['name', 'parent_id']} primary onMade={(made) => setChosen(made.id)} />} />
      <div className={styles.page}>
        <p className={styles.lead}>{lead}</p>
        {isPending && <SkeletonRows />}
        {error && <ErrorState title={t('list.failed', { objects: object.plural_label })} {...failureOf(error)} onRetry={() => void refetch()} />}
        {data?.length === 0 && <EmptyState title={t('list.none', { objects: object.plural_label })} text={object.description} />}
        {record && (
          <div className={tree.split}>
            <nav aria-label={title} className={tree.tree}>
              <TreeBranches branches={branches} counts={counts} chosen={record.id} onChoose={setChosen} />
            </nav>
            <div className={tree.details}>
              <Panel
                key={record.id}
                title={String(record.name)}
                actions={<AddRecord object={object} fields={['name']} preset={{ parent_id: record.id }} label={t('setup.below')} onMade={(made) => setChosen(made.id)} />}
              >
                <dl className={styles.values}>
                  {shown.map((field) => (
                    <InPlaceField key={field.name} field={field} record={record} onSave={save} />
                  ))}
                </dl>
              </Panel>
              {children(record)}
            </div>
          </div>
        )}
      </div>
    </>
  );
}
