/** What the service worker keeps of the API's answers; tools/offline.ts names it. */
const kept = 'rapport-read';

/** Forgets what was read: it belonged to whoever has logged out. */
export async function forgetOffline(): Promise<void> {
  if ('caches' in window) await caches.delete(kept);
}
