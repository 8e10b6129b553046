import { useText } from '@/i18n/use-text';
import { Button } from '../button/button';

/** Brings the next page of a list that goes on; nothing when it has come to its end. */
export function MoreRows({ more, busy, onMore }: { more: boolean; busy: boolean; onMore: () => void }) {
  const t = useText();
  if (!more) return null;
  return (
    <div>
      <Button busy={busy} onClick={onMore}>
        {t('setup.more_rows')}
      </Button>
    </div>
  );
}
