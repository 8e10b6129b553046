import { useParams } from '@tanstack/react-router';
import { type ComponentType, lazy, Suspense } from 'react';
import { useText } from '@/i18n/use-text';
import { EmptyState } from '@/ui/state/empty-state';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { setupGroups } from './setup-areas';

const pages: Record<string, ComponentType> = Object.fromEntries(
  setupGroups.flatMap((group) => group.areas).flatMap(({ id, page }) => (page ? [[id, lazy(async () => ({ default: await page() }))]] : [])),
);

/** One area of setup, loaded when it is opened. */
export function AreaPage() {
  const t = useText();
  const { area } = useParams({ from: '/frame/setup/area/$area' });
  const Page = pages[area];
  if (!Page) return <EmptyState title={t('error.no_page')} text={t('error.no_page_text')} />;
  return (
    <Suspense fallback={<SkeletonRows />}>
      <Page key={area} />
    </Suspense>
  );
}
