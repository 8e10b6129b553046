import { type QueryClient, useQuery } from '@tanstack/react-query';
import { metadataQuery } from './metadata';
import { refreshNotifications } from './notifications';
import { recordsKey } from './records';
import type { Metadata } from './types';

/** Somebody who has the same record open. */
export interface Present {
  id: string;
  name: string;
}

interface ChangeEvent {
  object: string;
  id?: string;
}

interface JobEvent {
  kind: string;
}

interface PresenceEvent {
  id: string;
  people: Present[];
}

// Where the last stream ended: the next one is told what happened meanwhile.
let lastEventId = '';
// Changes that come together are asked for together.
const patience = 120;

const presenceKey = (id: string) => ['presence', id] as const;

/** The objects whose records show figures of this one's: they have no events of their own. */
function summedIn(metadata: Metadata | undefined, object: string): string[] {
  const sums = metadata?.objects.filter((each) => each.children.some((child) => child.object === object) && each.fields.some((field) => field.type === 'roll_up'));
  return sums?.map((each) => each.name) ?? [];
}

/** The types of each object's fields, as a text to compare. */
const typesOf = (metadata: Metadata | undefined) => new Map(metadata?.objects.map((object) => [object.name, object.fields.map((field) => `${field.name} ${field.former?.changed_at ?? ''} ${field.type}`).join()]));

// What is told of work in the background: jobs themselves, and what they bring about.
const ofJobs = new Set(['jobs', 'imports', 'change-sets', 'backups']);

const refreshJobs = (queries: QueryClient) => void queries.invalidateQueries({ predicate: ({ queryKey }) => ofJobs.has(String(queryKey[0])) });

/** What is known of records is asked for again where a field has become something else. */
async function refreshMetadata(queries: QueryClient): Promise<void> {
  const before = typesOf(queries.getQueryData(metadataQuery.queryKey));
  await queries.invalidateQueries({ queryKey: metadataQuery.queryKey });
  const after = typesOf(queries.getQueryData(metadataQuery.queryKey));
  for (const [object, types] of after) if (before.has(object) && before.get(object) !== types) void queries.invalidateQueries({ queryKey: recordsKey(object) });
}

/** Hears what changes and marks it as to be asked for again; answers how to stop. `open` is the record on the screen. */
export function listen(queries: QueryClient, open: string | undefined): () => void {
  const parameters = new URLSearchParams({ ...(open && { open }), ...(lastEventId && { last_event_id: lastEventId }) });
  const stream = new EventSource(`/api/v1/events?${parameters.toString()}`);
  const changed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function refresh() {
    timer = undefined;
    const metadata = queries.getQueryData(metadataQuery.queryKey);
    const objects = new Set([...changed].flatMap((object) => [object, ...summedIn(metadata, object)]));
    changed.clear();
    objects.forEach((object) => void queries.invalidateQueries({ queryKey: recordsKey(object) }));
  }
  function hear<T>(kind: string, act: (data: T) => void) {
    stream.addEventListener(kind, (event: MessageEvent<string>) => {
      lastEventId = event.lastEventId || lastEventId;
      act(JSON.parse(event.data || '{}') as T);
    });
  }
  // Jobs and notifications are not told afterwards: what went on while nobody listened is asked for.
  hear('ready', () => {
    refreshJobs(queries);
    void refreshNotifications(queries);
  });
  hear('notifications', () => void refreshNotifications(queries));
  hear<JobEvent>('job', () => refreshJobs(queries));
  hear<ChangeEvent>('change', ({ object }) => {
    changed.add(object);
    timer ??= setTimeout(refresh, patience);
  });
  hear<PresenceEvent>('presence', ({ id, people }) => queries.setQueryData(presenceKey(id), people));
  hear('metadata', () => void refreshMetadata(queries));
  hear('reload', () => void queries.invalidateQueries());
  return () => {
    clearTimeout(timer);
    if (changed.size > 0) refresh();
    // Emptied, not removed: a removed query that is still looked at waits for its end beside the one that comes after it.
    if (open) queries.setQueryData<Present[]>(presenceKey(open), []);
    stream.close();
  };
}

/** Who has a record open, as far as the stream has told. */
export function usePresence(id: string): readonly Present[] {
  return useQuery<Present[]>({ queryKey: presenceKey(id), queryFn: () => [], enabled: false }).data ?? [];
}
