import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { reasonOf } from '@/api/api-error';
import { fieldOf, useCatalogue, useMe } from '@/api/catalogue';
import { useUndoOf } from '@/api/change-sets';
import { createRecord, deleteRecord, runBatch, shortListQuery } from '@/api/records';
import { useSaveRecord } from '@/api/save-record';
import type { Field, RecordData } from '@/api/types';
import { FieldValue } from '@/fields/field-value';
import { InPlaceField } from '@/fields/in-place-field';
import { RecordFormDialog } from '@/fields/record-form-dialog';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { Button } from '@/ui/button/button';
import { IconButton } from '@/ui/button/icon-button';
import { Panel } from '@/ui/panel/panel';
import { VisuallyHidden } from '@/ui/text/visually-hidden';
import { useToast } from '@/ui/toast/use-toast';
import { PipelineNames } from './pipeline-names';
import { StageFields } from './stage-fields';
import { useStagesChanged } from './use-stages-changed';
import styles from './setup.module.css';

const columns = ['name', 'type', 'probability', 'rotting_days'];

/** One pipeline: its stages in their order, each value edited in place. */
export function PipelinePanel({ pipeline }: { pipeline: RecordData }) {
  const t = useText();
  const me = useMe();
  const toast = useToast();
  const undoOf = useUndoOf();
  const changed = useStagesChanged();
  const catalogue = useCatalogue();
  const stage = catalogue.find('stage');
  const save = useSaveRecord('stage');
  const [making, setMaking] = useState(false);
  const { data } = useQuery(shortListQuery({ object: 'stage', fields: ['id', 'version', 'pipeline_id', 'sequence', 'required_fields', ...columns], filter: { field: 'pipeline_id', op: '=', value: pipeline.id }, sort: 'sequence', limit: 200 }));
  const stages = data ?? [];
  const fields = stage ? columns.map((name) => fieldOf(stage, name)).filter((field): field is Field => field !== undefined) : [];

  const gate = stage && fieldOf(stage, 'required_fields');

  async function run(work: Promise<unknown>) {
    try {
      await work;
    } catch (error) {
      toast({ text: reasonOf(error), failed: true });
    }
    await changed();
  }
  function move(index: number, step: number) {
    const order = stages.toSpliced(index, 1).toSpliced(index + step, 0, stages[index] as RecordData);
    void run(runBatch(order.map((each, at) => ({ operation: 'update', object: 'stage', id: each.id, fields: { sequence: at + 1 } }))));
  }
  async function remove(each: RecordData) {
    await run(deleteRecord('stage', each.id).then(({ changeSet }) => toast({ text: t('record.deleted', { name: String(each.name) }), undo: undoOf(changeSet) })));
  }
  return (
    <Panel
      title={String(pipeline.name)}
      count={pipeline.is_default === true ? t('setup.default') : undefined}
      actions={
        <Button small icon="plus" onClick={() => setMaking(true)}>
          {stage?.label}
        </Button>
      }
    >
      <div className={styles.scroll}>
        <table className={classNames(styles.table, styles.stages)} aria-label={t('setup.stages_of', { pipeline: String(pipeline.name) })}>
          <thead>
            <tr>
              {fields.map((field) => (
                <th key={field.name} scope="col">
                  {field.label}
                </th>
              ))}
              <th scope="col">{gate?.label}</th>
              <th scope="col">
                <VisuallyHidden>{t('list.more')}</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {stages.map((each, index) => (
              <tr key={each.id}>
                {fields.map((field) => (
                  <td key={field.name}>
                    {field.editable ? (
                      <dl className={styles.bare}>
                        <InPlaceField field={field} record={each} onSave={save} />
                      </dl>
                    ) : (
                      <FieldValue field={field} record={each} />
                    )}
                  </td>
                ))}
                <td>{gate?.editable && <StageFields stage={each} onChange={(required_fields) => run(save(each, { required_fields }))} />}</td>
                <td className={styles.end}>
                  <IconButton icon="chevron-up" small label={t('setup.stage_up', { stage: String(each.name) })} disabled={index === 0} onClick={() => move(index, -1)} />
                  <IconButton icon="chevron-down" small label={t('setup.stage_down', { stage: String(each.name) })} disabled={index === stages.length - 1} onClick={() => move(index, 1)} />
                  <IconButton icon="trash" small label={t('setup.delete_field', { field: String(each.name) })} onClick={() => void remove(each)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {me.administrator && <PipelineNames pipeline={pipeline} stages={stages} />}
      {making && stage && (
        <RecordFormDialog
          title={t('commands.new', { object: stage.label })}
          fields={fields}
          initial={{ id: '', type: 'open' }}
          submit={t('create.create')}
          onSubmit={async (values) => {
            const lastOpen = stages.filter((each) => each.type === 'open').length;
            await createRecord('stage', { ...values, pipeline_id: pipeline.id, sequence: lastOpen + 1 });
            await changed();
            setMaking(false);
          }}
          onClose={() => setMaking(false)}
        />
      )}
    </Panel>
  );
}
