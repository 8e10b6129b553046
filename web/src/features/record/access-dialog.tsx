import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type AccessReason, accessQuery } from '@/api/access';
import { reasonOf } from '@/api/api-error';
import { useMe } from '@/api/catalogue';
import { nameOf } from '@/api/columns';
import type { Field, ObjectInfo, RecordData } from '@/api/types';
import { ReferenceInput } from '@/fields/reference-input';
import { useText } from '@/i18n/use-text';
import { Dialog } from '@/ui/dialog/dialog';
import { Icon } from '@/ui/icon/icon';
import { FieldFrame } from '@/ui/input/field-frame';
import { Note } from '@/ui/note/note';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import styles from './access.module.css';

/** Stands for "a person" where a field does: the dialog asks about one, and saves nothing. */
const person = { name: 'user_id', relation: 'user', type: 'lookup', targets: ['user'], required: true } as unknown as Field;

/** Whether somebody may see, change and delete the record, with every ground, or with what is missing. */
export function AccessDialog({ object, record, onClose }: { object: ObjectInfo; record: RecordData; onClose: () => void }) {
  const t = useText();
  const me = useMe();
  const [chosen, setChosen] = useState<RecordData>({ id: '', user_id: me.user.id, user: { name: me.user.name } });
  const user = String(chosen.user_id);
  const { data, error, isPending } = useQuery(accessQuery(object.name, record.id, user === me.user.id ? undefined : user));
  return (
    <Dialog title={t('access.title', { name: nameOf(record, object) })} onClose={onClose} wide>
      <FieldFrame id="access-user" label={t('access.who')}>
        <ReferenceInput id="access-user" field={{ ...person, label: t('access.who') }} record={chosen} value={user} onChange={(value, also) => value && setChosen({ id: '', user_id: value, ...also })} />
      </FieldFrame>
      {error && <Note kind="danger">{reasonOf(error)}</Note>}
      {isPending && <SkeletonRows rows={4} />}
      {data &&
        (['read', 'edit', 'delete'] as const).map((act) => (
          <section key={act} className={styles.act}>
            <h3>
              <Icon name={data[act].allowed ? 'circle-check' : 'lock'} size={15} />
              {t(data[act].allowed ? `access.may_${act}` : `access.may_not_${act}`)}
            </h3>
            <Reasons reasons={data[act].reasons} />
          </section>
        ))}
    </Dialog>
  );
}

function Reasons({ reasons }: { reasons: readonly AccessReason[] }) {
  return (
    <ul className={styles.reasons}>
      {reasons.map((reason, index) => (
        <li key={index}>
          {reason.message}
          {reason.because && reason.because.length > 0 && <Reasons reasons={reason.because} />}
        </li>
      ))}
    </ul>
  );
}
