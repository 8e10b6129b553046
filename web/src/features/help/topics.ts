import formulas from '@docs/formulas.md?raw';
import importing from '@docs/import.md?raw';
import query from '@docs/query.md?raw';
import using from '@docs/using.md?raw';
import sharing from '@docs/sharing.md?raw';

/** What can be read beside the page. It comes with the app, so it is there without a network, too. */
export const topics = { using, sharing, import: importing, formulas, query } as const;

export type Topic = keyof typeof topics;

export const titleOf = (topic: Topic) => /^# (.*)$/m.exec(topics[topic])?.[1] ?? topic;

/** The topic that an address is about. */
export function topicFor(path: string): Topic {
  if (path.endsWith('/import') || path.startsWith('/imports')) return 'import';
  if (path.startsWith('/setup/area')) return 'sharing';
  if (path.startsWith('/setup')) return 'formulas';
  return 'using';
}
