import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { allowed, useMe } from '@/api/catalogue';
import { useLikelyDuplicates } from '@/api/likely-duplicates';
import type { ObjectInfo, RecordData } from '@/api/types';
import { useReasonText } from '@/fields/use-reason-text';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { Note } from '@/ui/note/note';

const MergeDialog = lazy(async () => ({ default: (await import('@/fields/merge-dialog')).MergeDialog }));

/** Others that may be the same as this record, with the way to merge them; nothing where there are none. */
export function DuplicateHint({ object, record }: { object: ObjectInfo; record: RecordData }) {
  const t = useText();
  const me = useMe();
  const navigate = useNavigate();
  const [merging, setMerging] = useState(false);
  const why = useReasonText();
  const likely = useLikelyDuplicates(object, record).filter((each) => each.object.name === object.name).slice(0, 2);
  if (likely.length === 0 || !allowed(me, object.name, 'update') || !allowed(me, object.name, 'delete')) return null;
  return (
    <>
      <Note
        kind="info"
        action={
          <Button small icon="arrow-merge" onClick={() => setMerging(true)}>
            {t('merge.menu')}
          </Button>
        }
      >
        {t('merge.likely')}{' '}
        {likely.map((each, index) => (
          <span key={each.id}>
            {index > 0 && ', '}
            <Link to="/o/$object/$id" params={{ object: object.name, id: each.id }}>
              <bdi>{each.name}</bdi>
            </Link>{' '}
            <small>{`(${why(object, each)})`}</small>
          </span>
        ))}
      </Note>
      {merging && (
        <Suspense>
          <MergeDialog
            object={object}
            ids={[record.id, ...likely.map((each) => each.id)]}
            onMerged={(survivor) => {
              setMerging(false);
              void navigate({ to: '/o/$object/$id', params: { object: object.name, id: survivor } });
            }}
            onClose={() => setMerging(false)}
          />
        </Suspense>
      )}
    </>
  );
}
