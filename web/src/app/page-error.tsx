import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { failureOf } from '@/api/api-error';
import { useText } from '@/i18n/use-text';
import { ErrorState } from '@/ui/state/error-state';

/** Shown instead of a page that could not be drawn. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const t = useText();
  const router = useRouter();
  const { reset: resetQueries } = useQueryErrorResetBoundary();
  return (
    <ErrorState
      page
      title={t('error.page')}
      {...failureOf(error)}
      onRetry={() => {
        resetQueries();
        reset();
        void router.invalidate();
      }}
    />
  );
}
