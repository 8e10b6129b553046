import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf } from '@/api/api-error';
import { fieldOf, useCatalogue } from '@/api/catalogue';
import { createRecord } from '@/api/records';
import { shortListQuery } from '@/api/records';
import { RecordFormDialog } from '@/fields/record-form-dialog';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { EmptyState } from '@/ui/state/empty-state';
import { ErrorState } from '@/ui/state/error-state';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { PipelinePanel } from './pipeline-panel';
import { SetupBar } from './setup-bar';
import { useStagesChanged } from './use-stages-changed';
import styles from './setup.module.css';

/** The ways in which deals are won, each with its stages. They are records, so every stage is edited in place. */
export function PipelinesPage() {
  const t = useText();
  const changed = useStagesChanged();
  const pipeline = useCatalogue().find('pipeline');
  const [making, setMaking] = useState(false);
  const { data, error, isPending, refetch } = useQuery(shortListQuery({ object: 'pipeline', fields: ['id', 'version', 'name', 'is_default', 'active', 'sequence'], sort: 'sequence,name', limit: 200 }));
  if (!pipeline) return null;
  const name = fieldOf(pipeline, 'name');
  return (
    <>
      <SetupBar
        title={t('setup.pipelines')}
        actions={
          <Button kind="primary" icon="plus" onClick={() => setMaking(true)}>
            {pipeline.label}
          </Button>
        }
      />
      <div className={styles.page}>
        {isPending && <SkeletonRows rows={6} />}
        {error && <ErrorState title={t('setup.pipelines_failed')} {...failureOf(error)} onRetry={() => void refetch()} />}
        {data?.map((each) => <PipelinePanel key={each.id} pipeline={each} />)}
        {data?.length === 0 && <EmptyState title={t('setup.no_pipelines')} text={pipeline.description} />}
      </div>
      {making && name && (
        <RecordFormDialog
          title={t('commands.new', { object: pipeline.label })}
          fields={[name]}
          initial={{ id: '' }}
          submit={t('create.create')}
          onSubmit={async (fields) => {
            await createRecord('pipeline', { ...fields, sequence: (data?.length ?? 0) + 1 });
            await changed();
            setMaking(false);
          }}
          onClose={() => setMaking(false)}
        />
      )}
    </>
  );
}
