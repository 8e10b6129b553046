import { useQueryClient } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { listen } from '@/api/live';

/**
 * Keeps what is shown as it is on the server.
 *
 * A page that nobody looks at does not listen: browsers allow few connections to one server. Coming back, it is told what it missed.
 */
export function useLive(peek: string | undefined): void {
  const queries = useQueryClient();
  const onPage = useRouterState({ select: (state) => /^\/o\/[^/]+\/(\w{18})$/.exec(state.location.pathname)?.[1] });
  const open = peek ?? onPage;
  useEffect(() => {
    let stop: (() => void) | undefined;
    const follow = () => {
      stop?.();
      stop = document.visibilityState === 'visible' ? listen(queries, open) : undefined;
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      stop?.();
    };
  }, [queries, open]);
}
