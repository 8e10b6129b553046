import { useId, useState } from 'react';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { Dialog } from '@/ui/dialog/dialog';
import { FieldFrame } from '@/ui/input/field-frame';
import { TextInput } from '@/ui/input/text-input';

export interface SaveViewDialogProps {
  busy: boolean;
  error?: string;
  onSave: (label: string) => void;
  onClose: () => void;
}

export function SaveViewDialog({ busy, error, onSave, onClose }: SaveViewDialogProps) {
  const t = useText();
  const id = useId();
  const [label, setLabel] = useState('');
  const save = () => label.trim() && onSave(label.trim());
  return (
    <Dialog
      title={t('list.save_as')}
      onClose={onClose}
      onSubmit={save}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" busy={busy} disabled={!label.trim()}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <FieldFrame id={id} label={t('list.view_name')} help={t('list.view_name_help')} error={error}>
        <TextInput id={id} data-autofocus value={label} onChange={(event) => setLabel(event.target.value)} />
      </FieldFrame>
    </Dialog>
  );
}
