import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError, reasonOf } from '@/api/api-error';
import { fieldOf, useCatalogue } from '@/api/catalogue';
import { useUndoOf } from '@/api/change-sets';
import { createRecord, deleteRecord, recordsKey, shortListQuery } from '@/api/records';
import type { RecordData } from '@/api/types';
import { FieldValue } from '@/fields/field-value';
import { PlainContext } from '@/fields/plain';
import { RecordForm } from '@/fields/record-form';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { IconButton } from '@/ui/button/icon-button';
import { Dialog } from '@/ui/dialog/dialog';
import { useToast } from '@/ui/toast/use-toast';
import styles from './access.module.css';

export interface ShareDialogProps {
  record: RecordData;
  name: string;
  onClose: () => void;
}

const share = 'record_share';

/** With whom the record is shared by hand, and the form that shares it with one more. */
export function ShareDialog({ record, name, onClose }: ShareDialogProps) {
  const t = useText();
  const toast = useToast();
  const undoOf = useUndoOf();
  const queries = useQueryClient();
  const object = useCatalogue().find(share);
  const [values, setValues] = useState<RecordData>({ id: '', access: 'read' });
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const { data } = useQuery(shortListQuery({ object: share, fields: ['id', 'grantee_id', 'access', 'reason'], filter: { field: 'record_id', op: '=', value: record.id }, sort: 'created_at', limit: 200 }));
  if (!object) return null;
  const fields = ['grantee_id', 'access', 'reason'].map((field) => fieldOf(object, field)).filter((field) => field !== undefined);
  const [grantee, access] = fields;
  const refresh = () => queries.invalidateQueries({ queryKey: recordsKey(share) });

  async function add() {
    setBusy(true);
    try {
      const given = Object.fromEntries(fields.flatMap((field) => (values[field.name] ? [[field.name, values[field.name] ?? null]] : [])));
      await createRecord(share, { record_id: record.id, ...given });
      setValues({ id: '', access: 'read' });
      void refresh();
    } catch (thrown) {
      setError(thrown instanceof ApiError ? thrown : new ApiError({ title: '', status: 0, code: 'unknown', detail: reasonOf(thrown) }));
    }
    setBusy(false);
  }
  async function remove(each: RecordData) {
    try {
      const { changeSet } = await deleteRecord(share, each.id);
      toast({ text: t('share.removed'), undo: undoOf(changeSet) });
    } catch (thrown) {
      toast({ text: reasonOf(thrown), failed: true });
    }
    void refresh();
  }
  return (
    <Dialog
      title={t('share.title', { name })}
      onClose={onClose}
      onSubmit={() => void add()}
      footer={
        <>
          <Button onClick={onClose}>{t('common.close')}</Button>
          <Button kind="primary" type="submit" busy={busy} disabled={!values.grantee_id}>
            {t('share.share')}
          </Button>
        </>
      }
    >
      <RecordForm
        fields={fields}
        values={values}
        error={error}
        onChange={(changes) => {
          setError(null);
          setValues((before) => ({ ...before, ...changes }));
        }}
      />
      {data && data.length > 0 && grantee && access && (
        <ul className={styles.shares} aria-label={t('share.shared_with')}>
          {data.map((each) => (
            <li key={each.id}>
              <span>
                <PlainContext.Provider value>
                  <FieldValue field={grantee} record={each} />
                </PlainContext.Provider>{' '}
                <small>{String(each.reason ?? '')}</small>
              </span>
              <FieldValue field={access} record={each} />
              <IconButton icon="x" small label={t('share.remove')} onClick={() => void remove(each)} />
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
