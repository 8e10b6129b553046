import { useKeysForNextPage } from '@/ui/command/use-commands';
import { SkeletonRows } from '@/ui/state/skeleton-rows';

export function PageSkeleton() {
  useKeysForNextPage();
  return <SkeletonRows rows={12} />;
}
