import { useEffect, useRef, useState } from 'react';
import { useUnread } from '@/api/notifications';
import { useText } from '@/i18n/use-text';
import { VisuallyHidden } from '@/ui/text/visually-hidden';

/** Tells those who hear the screen when there is more to read; not what was there when they came. */
export function UnreadAnnouncer() {
  const t = useText();
  const unread = useUnread();
  const before = useRef<number>(undefined);
  const [told, setTold] = useState(0);
  useEffect(() => {
    const isMore = before.current !== undefined && unread !== undefined && unread > before.current;
    before.current = unread ?? before.current;
    if (unread !== undefined && (isMore || unread === 0)) setTold(unread);
  }, [unread]);
  return (
    <div role="status">
      <VisuallyHidden>{told > 0 ? t('notifications.bell', { count: told }) : ''}</VisuallyHidden>
    </div>
  );
}
