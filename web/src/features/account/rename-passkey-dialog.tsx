import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { reasonOf } from '@/api/api-error';
import { type Passkey, renamePasskey } from '@/api/passkeys';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { Dialog } from '@/ui/dialog/dialog';
import { FieldFrame } from '@/ui/input/field-frame';
import { TextInput } from '@/ui/input/text-input';

export interface RenamePasskeyDialogProps {
  passkey: Passkey;
  onClose: () => void;
}

export function RenamePasskeyDialog({ passkey, onClose }: RenamePasskeyDialogProps) {
  const t = useText();
  const id = useId();
  const queries = useQueryClient();
  const [name, setName] = useState(passkey.name);
  const rename = useMutation({
    mutationFn: () => renamePasskey(passkey.id, name.trim()),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['passkeys'] });
      onClose();
    },
  });
  const error = rename.error ? reasonOf(rename.error) : undefined;
  return (
    <Dialog
      title={t('passkeys.rename', { name: passkey.name })}
      onClose={onClose}
      onSubmit={() => rename.mutate()}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" busy={rename.isPending} disabled={name.trim() === ''}>
            {t('common.rename')}
          </Button>
        </>
      }
    >
      <FieldFrame id={id} label={t('passkeys.name')} required help={t('passkeys.name_help')} error={error}>
        <TextInput id={id} data-autofocus dir="auto" maxLength={60} autoComplete="off" aria-describedby={`${id}-${error ? 'error' : 'help'}`} invalid={error !== undefined} value={name} onChange={(event) => setName(event.target.value)} />
      </FieldFrame>
    </Dialog>
  );
}
