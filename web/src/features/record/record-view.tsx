import { useMediaQuery } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { allowed, useCatalogue, useMe } from '@/api/catalogue';
import { holdsFiles } from '@/api/files';
import { nameOf } from '@/api/columns';
import type { ObjectInfo, RecordData } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { type Tab, Tabs } from '@/ui/tabs/tabs';
import { Composer } from './composer';
import { Details } from './details';
import { DuplicateHint } from './duplicate-hint';
import { DropArea } from './files/drop-area';
import { UploadList } from './files/upload-list';
import { useUploads } from './files/use-uploads';
import { Highlights } from './highlights';
import { HistoryTab } from './history-tab';
import { RecordBar } from './record-bar';
import { RecordHeader } from './record-header';
import { RecordStages } from './record-stages';
import { RelatedLists } from './related-lists';
import { Timeline } from './timeline';
import { hasTimeline } from './use-timeline';
import styles from './record.module.css';

export interface RecordViewProps {
  object: ObjectInfo;
  record: RecordData;
}

/** Head, stages and highlights across; then who it is, what happened, and what belongs to it. Narrow pages turn zones into tabs. */
export function RecordView({ object, record }: RecordViewProps) {
  const t = useText();
  const catalogue = useCatalogue();
  const { tab: wanted } = useSearch({ from: '/frame/o/$object/$id' });
  const navigate = useNavigate({ from: '/o/$object/$id' });
  // Whoever asks for the same kind once more is asked anew.
  const [composing, setComposing] = useState({ kind: undefined as string | undefined, time: 0 });
  const wide = useMediaQuery('(min-width: 1280px)', undefined, { getInitialValueInEffect: false });
  const middle = useMediaQuery('(min-width: 1024px)', undefined, { getInitialValueInEffect: false });
  const timeline = hasTimeline(object, catalogue);
  // Where nothing else wants the middle, the fields have it.
  const beside = middle && timeline;
  const uploads = useUploads(record.id);
  const me = useMe();
  const keepsFiles = holdsFiles(object) && allowed(me, 'file', 'create');

  const tabs: Tab[] = [
    ...(beside ? [] : [{ id: 'details', label: t('record.details') }]),
    ...(timeline ? [{ id: 'timeline', label: t('record.timeline') }] : []),
    ...(wide ? [] : [{ id: 'related', label: t('record.related') }]),
    { id: 'history', label: t('record.history') },
  ];
  const initial = beside ? 'timeline' : 'details';
  const selected = tabs.some((tab) => tab.id === wanted) ? (wanted ?? initial) : initial;
  const select = useCallback((tab: string) => void navigate({ search: (before) => ({ ...before, tab }), replace: true }), [navigate]);
  const compose = useCallback(
    (kind: string) => {
      setComposing(({ time }) => ({ kind, time: time + 1 }));
      select('timeline');
    },
    [select],
  );

  return (
    <>
      <RecordBar object={object} record={record} />
      <DropArea name={nameOf(record, object)} className={styles.page} onFiles={keepsFiles ? uploads.add : undefined}>
        <div className={styles.head}>
          <RecordHeader object={object} record={record} onCompose={timeline ? compose : undefined} />
          <div className={styles.hint}>
            <DuplicateHint object={object} record={record} />
          </div>
          <RecordStages object={object} record={record} ofPage />
          <Highlights object={object} record={record} />
        </div>
        <div className={classNames(styles.zones, !beside && styles.undivided)}>
          {beside && (
            <section className={styles.left} aria-label={t('record.details')}>
              <Details object={object} record={record} />
            </section>
          )}
          <section className={styles.middle} aria-label={tabs.find((tab) => tab.id === selected)?.label}>
            <Tabs label={t('record.tabs')} tabs={tabs} selected={selected} onSelect={select} />
            <div role="tabpanel" aria-labelledby={`tab-${selected}`} className={styles.panel}>
              {selected === 'details' && <Details object={object} record={record} broad={middle} />}
              {selected === 'timeline' && (
                <>
                  <Timeline object={object} record={record} />
                  <Composer key={composing.time} object={object} record={record} initial={composing.kind} />
                </>
              )}
              {selected === 'related' && <RelatedLists object={object} record={record} uploads={uploads} />}
              {selected === 'history' && <HistoryTab object={object} record={record} />}
            </div>
          </section>
          {wide && (
            <aside className={styles.right} aria-label={t('record.related')}>
              <RelatedLists object={object} record={record} uploads={uploads} />
            </aside>
          )}
        </div>
        <UploadList uploads={uploads} />
      </DropArea>
    </>
  );
}
