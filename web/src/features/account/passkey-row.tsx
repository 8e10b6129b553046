import type { Passkey } from '@/api/passkeys';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import styles from './account.module.css';

export interface PasskeyRowProps {
  passkey: Passkey;
  onRename: () => void;
  onRemove: () => void;
}

export function PasskeyRow({ passkey, onRename, onRemove }: PasskeyRowProps) {
  const t = useText();
  const formats = useFormats();
  const { name } = passkey;
  return (
    <li>
      <span className={styles.device}>
        <bdi>{name}</bdi>
      </span>
      <dl className={styles.told}>
        <div>
          <dt>{t('passkeys.for')}</dt>
          <dd>
            <bdi dir="ltr">{passkey.address}</bdi>
          </dd>
        </div>
        <div>
          <dt>{t('passkeys.made')}</dt>
          <dd>{formats.moment(passkey.created_at)}</dd>
        </div>
        <div>
          <dt>{t('account.used')}</dt>
          <dd>{passkey.used_at ? formats.ago(passkey.used_at) : t('passkeys.never')}</dd>
        </div>
      </dl>
      <div className={styles.buttons}>
        <Button small aria-label={t('passkeys.rename', { name })} onClick={onRename}>
          {t('common.rename')}
        </Button>
        <Button small aria-label={t('passkeys.remove', { name })} onClick={onRemove}>
          {t('common.remove')}
        </Button>
      </div>
    </li>
  );
}
