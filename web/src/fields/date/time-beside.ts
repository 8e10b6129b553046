import type { Field } from '@/api/types';

/** The field that has the time of a day, where the object keeps both: whoever types "tomorrow 3pm" means it. */
export const timeBeside = (field: Field) => (field.name === 'due_date' && !field.custom ? 'due_time' : undefined);
