import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { request } from '@/api/client';
import { personalQuery } from '@/api/personal';
import { takeStars } from '@/lib/preferences';

/** Hands stars that this device has kept over to the server, which keeps them now. */
export function useDeviceStars(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const stars = takeStars();
    if (stars.length === 0) return;
    const handOver = async () => {
      for (const place of stars) await request('/personal/favourites', { method: 'POST', body: { place } });
      await queries.invalidateQueries(personalQuery);
    };
    // A place that the server does not know leads nowhere: its star is no loss.
    handOver().catch(() => undefined);
  }, [queries]);
}
