import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { ApiError, reasonOf } from '@/api/api-error';
import { allowed, fieldOf, useCatalogue, useMe } from '@/api/catalogue';
import { useUndoOf } from '@/api/change-sets';
import { nameOf } from '@/api/columns';
import { MentionContext } from '@/api/mentions';
import { recordsKey, runTogether } from '@/api/records';
import type { BatchOperation, Json, ObjectInfo, RecordData } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { Icon } from '@/ui/icon/icon';
import { iconNamed } from '@/ui/icon/icons';
import { useToast } from '@/ui/toast/use-toast';
import { activityObjects, activityPreset } from './activities';
import { ComposerFields } from './composer-fields';
import { readDraft, writeDraft } from './draft';
import { isOfTask, NextTask } from './next-task';
import styles from './composer.module.css';

export interface ComposerProps {
  object: ObjectInfo;
  record: RecordData;
  /** The kind of activity to begin with; then the composer is open and has the focus. */
  initial?: string;
}

/** Writes down what happened, and what is to be done next, without leaving the record. What is typed survives a reload. */
export function Composer({ object, record, initial }: ComposerProps) {
  const t = useText();
  const me = useMe();
  const toast = useToast();
  const undoOf = useUndoOf();
  const queries = useQueryClient();
  const catalogue = useCatalogue();
  const kinds = useMemo(
    () => activityObjects(catalogue).filter((each) => !each.custom && allowed(me, each.name, 'create')).toSorted((one, other) => Number(other.name === 'note') - Number(one.name === 'note')),
    [catalogue, me],
  );
  const [kind, setKind] = useState(initial ?? kinds[0]?.name ?? '');
  const [open, setOpen] = useState(initial !== undefined);
  const [values, setValues] = useState<RecordData>(() => ({ id: '', ...readDraft(record.id, kind) }));
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const about = useMemo(() => ({ object: object.name, id: record.id }), [object.name, record.id]);
  const activity = kinds.find((each) => each.name === kind);
  const next = (values.next ?? {}) as Record<string, Json>;
  if (!activity) return null;

  function choose(next: string) {
    setKind(next);
    setOpen(true);
    setError(null);
    setValues({ id: '', ...readDraft(record.id, next) });
  }
  function change(more: Record<string, Json>) {
    const next = { ...values, ...more };
    setValues(next);
    setError(null);
    writeDraft(record.id, kind, next);
  }
  /** The task after a call, when there is anything to be done. */
  function nextTask(): BatchOperation | undefined {
    const given = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== null && value !== ''));
    const task = catalogue.find('task');
    if (kind !== 'call' || !task || Object.keys(given).length === 0) return undefined;
    return { operation: 'create', object: 'task', fields: { ...activityPreset(task, object, record), subject: t('timeline.follow_up', { name: nameOf(record, object) }), ...given } };
  }
  async function save() {
    if (!activity) return;
    setBusy(true);
    try {
      const subject: Record<string, Json> = activity.name === 'call' && !values.subject ? { subject: t('composer.called', { name: nameOf(record, object) }) } : {};
      const fields = Object.fromEntries(Object.entries(values).filter(([name, value]) => name !== 'id' && value !== null && value !== undefined && fieldOf(activity, name))) as Record<string, Json>;
      const made: BatchOperation = { operation: 'create', object: activity.name, fields: { ...activityPreset(activity, object, record), ...subject, ...fields } };
      const task = nextTask();
      const { changeSet } = await runTogether(task ? [made, task] : [made]);
      writeDraft(record.id, kind, null);
      setValues({ id: '' });
      setOpen(false);
      toast({
        text: task ? t('composer.saved_both', { object: activity.label, task: catalogue.find('task')?.label }) : t('composer.saved', { object: activity.label }),
        undo: undoOf(changeSet),
      });
      for (const name of task ? [activity.name, 'task'] : [activity.name]) void queries.invalidateQueries({ queryKey: recordsKey(name) });
    } catch (thrown) {
      setError(thrown instanceof ApiError ? thrown : new ApiError({ title: '', status: 0, code: 'unknown', detail: reasonOf(thrown) }));
    }
    setBusy(false);
  }
  return (
    <form
      className={styles.composer}
      aria-label={t('composer.composer')}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void save();
        }
        if (event.key === 'Escape') setOpen(false);
      }}
    >
      <div className={styles.kinds} role="tablist" aria-label={t('composer.kinds')}>
        {kinds.map((each) => (
          <button key={each.name} type="button" role="tab" aria-selected={open && each.name === kind} onClick={() => choose(each.name)}>
            <Icon name={iconNamed(each.icon)} />
            {each.label}
          </button>
        ))}
      </div>
      {open && (
        <>
          <div className={styles.body}>
            <MentionContext.Provider value={about}>
              <ComposerFields key={kind} activity={activity} values={values} error={isOfTask(error) ? null : error} onChange={change} />
            </MentionContext.Provider>
            {kind === 'call' && <NextTask values={next} error={error} onChange={(changed) => change({ next: changed })} />}
          </div>
          <div className={styles.foot}>
            <span>{Object.keys(values).length > 1 ? t('composer.draft') : ''}</span>
            <Button small onClick={() => setOpen(false)}>
              {t('common.close')}
            </Button>
            <Button kind="primary" small type="submit" busy={busy}>
              {t('composer.save', { object: activity.label })}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}
