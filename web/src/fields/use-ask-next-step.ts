import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { allowed, fieldOf, useCatalogue, useMe } from '@/api/catalogue';
import { nextStepsQuery } from '@/api/next-steps';
import { recordQuery } from '@/api/records';
import type { Json, RecordData } from '@/api/types';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { addDays } from '@/lib/day';

/** Asks for the next step when a task was the last that was planned for a record that is still open: its form, with the record and tomorrow in it. */
export function useAskNextStep() {
  const t = useText();
  const me = useMe();
  const queries = useQueryClient();
  const catalogue = useCatalogue();
  const navigate = useNavigate();
  const { timeZone, today } = useFormats();

  return async function ask(task: RecordData): Promise<void> {
    if (!allowed(me, 'task', 'create')) return;
    const known = task.related_to_id === undefined ? await queries.fetchQuery(recordQuery('task', task.id, ['id', 'related_to_id', 'contact_id'])) : task;
    const id = known.related_to_id;
    const object = typeof id === 'string' ? catalogue.objectOfId(id) : undefined;
    if (typeof id !== 'string' || !object || !fieldOf(object, 'is_closed')) return;
    const [steps, about] = await Promise.all([queries.fetchQuery(nextStepsQuery([id], timeZone)), queries.fetchQuery(recordQuery(object.name, id, ['id', object.name_field, 'is_closed']))]);
    if (steps.has(id) || about.is_closed === true) return;
    const contact: Record<string, Json> = typeof known.contact_id === 'string' ? { contact_id: known.contact_id } : {};
    const preset = { subject: t('timeline.follow_up', { name: String(about[object.name_field] ?? '') }), due_date: addDays(today, 1), related_to_id: id, ...contact };
    void navigate({ to: '.', search: (before) => ({ ...before, create: 'task', preset }) });
  };
}
