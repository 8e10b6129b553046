import { SkeletonRows } from '@/ui/state/skeleton-rows';

export function PageSkeleton() {
  return <SkeletonRows rows={12} />;
}
