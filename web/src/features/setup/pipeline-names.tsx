import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { reasonOf } from '@/api/api-error';
import { useDeclaredCatalogue } from '@/api/catalogue';
import { metadataQuery, updateObject } from '@/api/metadata';
import type { RecordData } from '@/api/types';
import { OtherLanguages } from '@/fields/translations/other-languages';
import { useText } from '@/i18n/use-text';
import { recordKey, type Translations } from '@/lib/translations';
import { Button } from '@/ui/button/button';
import { useToast } from '@/ui/toast/use-toast';
import styles from './setup.module.css';

/** What a pipeline and its stages are called in other languages, by their names. */
export function PipelineNames({ pipeline, stages }: { pipeline: RecordData; stages: readonly RecordData[] }) {
  const t = useText();
  const toast = useToast();
  const queries = useQueryClient();
  const catalogue = useDeclaredCatalogue();
  const [changed, setChanged] = useState<{ pipeline?: Translations; stage?: Translations }>({});
  const save = useMutation({
    mutationFn: async () => {
      for (const object of ['pipeline', 'stage'] as const) {
        const translations = changed[object];
        if (translations) await updateObject(object, { translations });
      }
      await queries.invalidateQueries(metadataQuery);
    },
    onSuccess: () => {
      setChanged({});
      toast({ text: t('setup.object_saved', { object: String(pipeline.name) }) });
    },
    onError: (error) => toast({ text: reasonOf(error), failed: true }),
  });
  const word = (object: 'pipeline' | 'stage', name: string) => ({
    id: `${object}-${name}`,
    label: name,
    written: name,
    key: recordKey(name),
    translations: changed[object] ?? catalogue.find(object)?.translations,
    onChange: (translations: Translations) => setChanged({ ...changed, [object]: translations }),
  });
  return (
    <div className={styles.names}>
      <OtherLanguages words={[word('pipeline', String(pipeline.name)), ...stages.map((stage) => word('stage', String(stage.name)))]} />
      {Object.keys(changed).length > 0 && (
        <Button kind="primary" busy={save.isPending} onClick={() => save.mutate()}>
          {t('common.save')}
        </Button>
      )}
    </div>
  );
}
