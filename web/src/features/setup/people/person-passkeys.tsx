import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf, reasonOf } from '@/api/api-error';
import { removePasskeysOf, userPasskeysQuery } from '@/api/passkeys';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { Dialog } from '@/ui/dialog/dialog';
import { Note } from '@/ui/note/note';
import { ErrorState } from '@/ui/state/error-state';
import { useToast } from '@/ui/toast/use-toast';

/** How many passkeys somebody has, and the way to remove them when a device is lost. */
export function PersonPasskeys({ user }: { user: { id: string; name: string } }) {
  const t = useText();
  const toast = useToast();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { data, error, refetch } = useQuery(userPasskeysQuery(user.id));
  const remove = useMutation({
    mutationFn: () => removePasskeysOf(user.id),
    onSuccess: () => {
      toast({ text: t('setup.passkeys_removed', { name: user.name }) });
      setAsking(false);
    },
    onSettled: () => queries.invalidateQueries(userPasskeysQuery(user.id)),
  });
  if (error) return <ErrorState title={t('passkeys.failed')} {...failureOf(error)} onRetry={() => void refetch()} />;
  if (!data?.length) return null;
  return (
    <>
      <Note
        action={
          <Button small kind="danger" onClick={() => setAsking(true)}>
            {t('setup.remove_passkeys')}
          </Button>
        }
      >
        {t('setup.passkeys_of', { count: data.length })}
      </Note>
      {asking && (
        <Dialog
          title={t('setup.remove_passkeys')}
          onClose={() => setAsking(false)}
          onSubmit={() => remove.mutate()}
          footer={
            <>
              <Button data-autofocus onClick={() => setAsking(false)}>
                {t('common.cancel')}
              </Button>
              <Button kind="danger" type="submit" busy={remove.isPending}>
                {t('common.remove')}
              </Button>
            </>
          }
        >
          {remove.error && <Note kind="danger">{reasonOf(remove.error)}</Note>}
          <p>
            <b>
              <bdi>{user.name}</bdi>
            </b>
          </p>
          <p>{t('setup.passkeys_of', { count: data.length })}</p>
        </Dialog>
      )}
    </>
  );
}
