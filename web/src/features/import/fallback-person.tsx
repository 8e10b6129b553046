import { useQuery } from '@tanstack/react-query';
import { shortListQuery } from '@/api/records';
import { useText } from '@/i18n/use-text';
import { Select } from '@/ui/input/select';

export interface FallbackPersonProps {
  /** Of the field that refers to a person. */
  label: string;
  /** E-mail address of the one who is chosen. */
  value: string | undefined;
  onChange: (email: string | undefined) => void;
}

/** Who takes the place of a person whom nobody knows here, such as a colleague who has left. */
export function FallbackPerson({ label, value, onChange }: FallbackPersonProps) {
  const t = useText();
  const { data = [] } = useQuery(shortListQuery({ object: 'user', fields: ['id', 'name', 'email'], filter: { field: 'active', op: '=', value: true }, sort: 'name', limit: 500 }));
  const people = data.filter((each) => each.email).map((each) => ({ value: String(each.email), label: t('import.otherwise', { name: String(each.name) }) }));
  return <Select small aria-label={t('import.otherwise_for', { field: label })} empty={t('import.otherwise_fail')} value={value ?? ''} options={people} onChange={(event) => onChange(event.target.value || undefined)} />;
}
