import { useSyncExternalStore } from 'react';
import { VisuallyHidden } from '../text/visually-hidden';
import { announced, subscribe } from './announce';

/** The place on the page from which announcements are read out. */
export function Announcer() {
  const text = useSyncExternalStore(subscribe, announced);
  return (
    <div role="status">
      <VisuallyHidden>{text}</VisuallyHidden>
    </div>
  );
}
