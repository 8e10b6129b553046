import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { reasonOf } from '@/api/api-error';
import { fieldOf, useCatalogue } from '@/api/catalogue';
import { useUndoOf } from '@/api/change-sets';
import { nameOf, saidName } from '@/api/columns';
import { stagesQuery, type Stage } from '@/api/pipelines';
import type { Json, ObjectInfo, RecordData } from '@/api/types';
import { CloseDialog } from '@/fields/close-dialog';
import { GateCancelled, useGatedSave } from '@/fields/gate/gate-context';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { daysBetween } from '@/lib/day';
import { dayOf } from '@/lib/zone';
import { Button } from '@/ui/button/button';
import { type Command, useCommands } from '@/ui/command/use-commands';
import { StagePath } from '@/ui/path/stage-path';
import { useToast } from '@/ui/toast/use-toast';
import styles from './record.module.css';

export interface RecordStagesProps {
  object: ObjectInfo;
  record: RecordData;
  /** It is the record of the page: the palette moves it, too. */
  ofPage?: boolean;
}

/** The stages of the record's pipeline; a press moves it. Objects without stages have nothing here. */
export function RecordStages({ object, record, ofPage }: RecordStagesProps) {
  const t = useText();
  const toast = useToast();
  const { today, timeZone } = useFormats();
  const undoOf = useUndoOf();
  const save = useGatedSave(object);
  const field = fieldOf(object, 'stage_id');
  const stageObject = useCatalogue().find('stage');
  const say = useCallback((stage: Stage) => saidName(stageObject, stage.name), [stageObject]);
  const { data: stages } = useQuery({ ...stagesQuery, enabled: field !== undefined });
  const [closing, setClosing] = useState<Stage | null>(null);
  const own = useMemo(() => (stages ?? []).filter((stage) => stage.pipelineId === record.pipeline_id), [stages, record.pipeline_id]);
  const current = own.find((stage) => stage.id === record.stage_id);
  const ended = current !== undefined && current.type !== 'open';
  // An open deal sees the way that is ahead; a closed one the end that it reached.
  const shown = own.filter((stage) => stage.type === 'open' || stage === current);
  const at = shown.findIndex((stage) => stage === current);
  const since = typeof record.stage_changed_at === 'string' ? daysBetween(dayOf(new Date(record.stage_changed_at), timeZone), today) : undefined;
  const stale = current?.rottingDays != null && since !== undefined && since > current.rottingDays;

  const move = useCallback(
    async (stage: Stage, more: Record<string, Json> = {}) => {
      const { changeSet } = await save(record, { stage_id: stage.id, ...more }, { stage: { name: stage.name } });
      toast({ text: t('board.moved', { name: String(record[object.name_field] ?? ''), column: say(stage) }), undo: undoOf(changeSet) });
    },
    [save, record, toast, t, object, say, undoOf],
  );
  const request = useCallback(
    (stage: Stage) => {
      if (stage.type !== 'open') return setClosing(stage);
      move(stage).catch((error: unknown) => {
        if (!(error instanceof GateCancelled)) toast({ text: t('board.not_moved', { name: '', reason: reasonOf(error) }), failed: true });
      });
    },
    [move, toast, t],
  );
  const commands = useMemo(() => {
    const others = ofPage && field?.editable ? own.filter((stage) => stage.id !== record.stage_id) : [];
    return others.map((stage): Command => ({ id: `stage-${stage.id}`, label: t('record.move_to', { stage: say(stage) }), icon: 'arrow-right', group: nameOf(record, object), here: true, run: () => request(stage) }));
  }, [ofPage, field, own, record, object, t, say, request]);
  useCommands(commands);
  if (!field || !stages) return null;
  return (
    <div className={styles.stages}>
      <StagePath
        label={field.label}
        stops={shown.map((stage, index) => ({
          id: stage.id,
          label: say(stage),
          state: index < at || (ended && stage === current) ? 'done' : index === at ? 'now' : 'ahead',
          note: stage === current && since !== undefined && !ended ? (stale ? t('record.days_usual', { days: since, usual: current.rottingDays ?? 0 }) : t('record.days', { days: since })) : undefined,
          warn: stage === current && stale,
        }))}
        onSelect={
          field.editable
            ? (id) => {
                const stage = own.find((each) => each.id === id);
                if (stage) request(stage);
              }
            : undefined
        }
      />
      {field.editable && (
        <div className={styles.ends}>
          {own
            .filter((stage) => stage.type !== 'open' && stage !== current)
            .map((stage) => (
              <Button key={stage.id} small icon={stage.type === 'won' ? 'circle-check' : 'circle-x'} onClick={() => setClosing(stage)}>
                {say(stage)}
              </Button>
            ))}
        </div>
      )}
      {closing && closing.type !== 'open' && (
        <CloseDialog
          object={object}
          record={record}
          outcome={closing.type}
          onClose={() => setClosing(null)}
          onSubmit={async (changes) => {
            await move(closing, changes);
            setClosing(null);
          }}
        />
      )}
    </div>
  );
}
