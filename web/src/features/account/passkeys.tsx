import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf } from '@/api/api-error';
import { firstStartQuery } from '@/api/first-start';
import { type Passkey, passkeysQuery } from '@/api/passkeys';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { Note } from '@/ui/note/note';
import { ErrorState } from '@/ui/state/error-state';
import { AddPasskeyDialog } from './add-passkey-dialog';
import { PasskeyRow } from './passkey-row';
import { RemovePasskeyDialog } from './remove-passkey-dialog';
import { RenamePasskeyDialog } from './rename-passkey-dialog';
import styles from './account.module.css';

type Open = { what: 'add' } | { what: 'rename' | 'remove'; passkey: Passkey };

/** One's passkeys, and the way to make one; where there can be none, why. */
export function Passkeys() {
  const t = useText();
  const { data, error, refetch } = useQuery(passkeysQuery);
  const { data: first } = useQuery(firstStartQuery);
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const possible = 'PublicKeyCredential' in window && first?.passkeys;
  const hindrance = !first || possible === window.location.origin ? null : possible ? t('passkeys.elsewhere', { address: possible }) : t('passkeys.impossible');
  return (
    <section className={styles.section} aria-label={t('passkeys.title')}>
      <header>
        <h2>{t('passkeys.title')}</h2>
        <Button icon="plus" disabled={!first || hindrance !== null} onClick={() => setOpen({ what: 'add' })}>
          {t('passkeys.add')}
        </Button>
      </header>
      <p className={styles.lead}>{t('passkeys.lead')}</p>
      {hindrance && <Note kind="info">{hindrance}</Note>}
      {error && <ErrorState title={t('passkeys.failed')} {...failureOf(error)} onRetry={() => void refetch()} />}
      {data && data.length > 0 && (
        <ul className={styles.entries} aria-label={t('passkeys.title')}>
          {data.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} onRename={() => setOpen({ what: 'rename', passkey })} onRemove={() => setOpen({ what: 'remove', passkey })} />
          ))}
        </ul>
      )}
      {open?.what === 'add' && <AddPasskeyDialog onClose={close} />}
      {open?.what === 'rename' && <RenamePasskeyDialog passkey={open.passkey} onClose={close} />}
      {open?.what === 'remove' && <RemovePasskeyDialog passkey={open.passkey} onClose={close} />}
    </section>
  );
}
