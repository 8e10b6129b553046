import { useParams, useSearch } from '@tanstack/react-router';
import { useCatalogue } from '@/api/catalogue';
import { useText } from '@/i18n/use-text';
import { EmptyState } from '@/ui/state/empty-state';
import { RecordList } from './record-list';

/** The records of any object as a table. */
export function ListPage() {
  const t = useText();
  const { object: name } = useParams({ from: '/frame/o/$object' });
  const search = useSearch({ from: '/frame/o/$object' });
  const object = useCatalogue().find(name);
  if (!object) return <EmptyState page title={t('error.no_object')} text={t('error.no_object_text', { name })} />;
  return <RecordList key={name} object={object} search={search} />;
}
