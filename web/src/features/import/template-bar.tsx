import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { reasonOf } from '@/api/api-error';
import { deleteImportTemplate, importTemplatesQuery, keepImportTemplate } from '@/api/import-templates';
import type { ObjectInfo } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { Dialog } from '@/ui/dialog/dialog';
import { FieldFrame } from '@/ui/input/field-frame';
import { Select } from '@/ui/input/select';
import { TextInput } from '@/ui/input/text-input';
import { useToast } from '@/ui/toast/use-toast';
import type { ImportTarget } from './guess-mapping';
import type { Remembered } from './remembered';
import { applied, templateOf } from './template';
import styles from './import.module.css';

export interface TemplateBarProps {
  object: ObjectInfo;
  columns: readonly string[];
  targets: readonly ImportTarget[];
  /** The mapping as it stands, which is kept. */
  mapping: Remembered;
  onApply: (mapping: Remembered) => void;
}

/** Mappings that were kept under a name, on whichever device: one is applied, the present one is kept. */
export function TemplateBar({ object, columns, targets, mapping, onApply }: TemplateBarProps) {
  const t = useText();
  const id = useId();
  const toast = useToast();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState('');
  const [naming, setNaming] = useState<string | null>(null);
  const asked = importTemplatesQuery(object.name);
  const { data: templates = [] } = useQuery(asked);
  const refresh = () => queries.invalidateQueries({ queryKey: asked.queryKey });
  const keep = useMutation({
    mutationFn: (name: string) => keepImportTemplate(object.name, name, templateOf(columns, mapping), templates.find((each) => each.name === name)?.id),
    onSuccess: async (kept) => {
      await refresh();
      setChosen(kept);
      setNaming(null);
    },
  });
  const remove = useMutation({
    mutationFn: () => deleteImportTemplate(chosen),
    onSuccess: () => {
      setChosen('');
      void refresh();
    },
    onError: (error) => toast({ text: reasonOf(error), failed: true }),
  });
  function choose(next: string) {
    setChosen(next);
    const template = templates.find((each) => each.id === next);
    const fitting = template && applied(template, columns, targets);
    if (fitting) onApply(fitting);
  }
  return (
    <div className={styles.templates}>
      {templates.length > 0 && (
        <FieldFrame id={`${id}-template`} label={t('import.template')}>
          <Select id={`${id}-template`} empty={t('field.none')} value={chosen} options={templates.map((each) => ({ value: each.id, label: String(each.name) }))} onChange={(event) => choose(event.target.value)} />
        </FieldFrame>
      )}
      <Button small icon="plus" onClick={() => setNaming(String(templates.find((each) => each.id === chosen)?.name ?? ''))}>
        {t('import.keep_template')}
      </Button>
      {chosen && (
        <Button small kind="quiet" icon="trash" busy={remove.isPending} onClick={() => remove.mutate()}>
          {t('import.delete_template')}
        </Button>
      )}
      {naming !== null && (
        <Dialog
          title={t('import.keep_template')}
          onClose={() => setNaming(null)}
          onSubmit={() => naming.trim() && keep.mutate(naming.trim())}
          footer={
            <>
              <Button onClick={() => setNaming(null)}>{t('common.cancel')}</Button>
              <Button kind="primary" type="submit" busy={keep.isPending} disabled={!naming.trim()}>
                {t('common.save')}
              </Button>
            </>
          }
        >
          <FieldFrame id={`${id}-name`} label={t('import.template_name')} error={keep.error ? reasonOf(keep.error) : undefined}>
            <TextInput id={`${id}-name`} data-autofocus maxLength={80} value={naming} onChange={(event) => setNaming(event.target.value)} />
          </FieldFrame>
        </Dialog>
      )}
    </div>
  );
}
