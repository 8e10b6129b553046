import { fileURLToPath } from 'node:url';

/** Where the administrator's session is kept while journeys run. */
export const sessionFile = fileURLToPath(new URL('../test-results/session.json', import.meta.url));
