import { type QueryClient, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ApiError, failureOf } from '@/api/api-error';
import { type Known, fieldOf, useCatalogue } from '@/api/catalogue';
import { fieldsOfPage } from '@/api/columns';
import { stagesQuery } from '@/api/pipelines';
import { recordQuery } from '@/api/records';
import type { ObjectInfo } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { useDrawn } from '@/lib/use-first';
import { PageBar } from '@/ui/page/page-bar';
import { EmptyState } from '@/ui/state/empty-state';
import { ErrorState } from '@/ui/state/error-state';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { dealPeopleQuery } from './activities';
import { RecordView } from './record-view';

/** Asks for the record, and for what is needed to ask for what is shown with it: its stages, its people. */
export async function ask(queries: QueryClient, { catalogue }: Pick<Known, 'catalogue'>, { object: name, id }: Record<string, string>): Promise<void> {
  const object = catalogue.find(name);
  if (!object || !id) return;
  if (fieldOf(object, 'stage_id')) void queries.prefetchQuery(stagesQuery);
  if (object.name === 'opportunity') void queries.prefetchQuery(dealPeopleQuery(id));
  await queries.prefetchQuery(recordQuery(object.name, id, fieldsOfPage(object, catalogue)));
}

/** One record of any object. */
export function RecordPage() {
  const t = useText();
  const { object: name, id } = useParams({ from: '/frame/o/$object/$id' });
  const object = useCatalogue().find(name);
  if (!object) return <EmptyState page title={t('error.no_object')} text={t('error.no_object_text', { name })} />;
  return <LoadedRecord key={id} object={object} id={id} />;
}

function LoadedRecord({ object, id }: { object: ObjectInfo; id: string }) {
  const t = useText();
  const catalogue = useCatalogue();
  const { data, error, refetch } = useQuery(recordQuery(object.name, id, fieldsOfPage(object, catalogue)));
  const drawn = useDrawn(data !== undefined);
  if (data && drawn) return <RecordView object={object} record={data} />;
  if (!error) return <SkeletonRows rows={14} />;
  const gone = error instanceof ApiError && error.status === 404;
  return (
    <>
      <PageBar title={object.plural_label}>
        <Link to="/o/$object" params={{ object: object.name }} activeOptions={{ exact: true }}>
          {object.plural_label}
        </Link>
      </PageBar>
      {gone ? (
        <EmptyState page title={t('record.gone')} text={t('record.gone_text')} />
      ) : (
        <ErrorState page title={t('record.failed')} {...failureOf(error)} onRetry={() => void refetch()} />
      )}
    </>
  );
}
