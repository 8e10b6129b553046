import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { reasonOf } from '@/api/api-error';
import { allowed, fieldOf, useCatalogue, useMe } from '@/api/catalogue';
import { useUndo } from '@/api/change-sets';
import { nameOf } from '@/api/columns';
import { convertLead, type LeadPart } from '@/api/leads';
import { shortListQuery } from '@/api/records';
import type { Field, Json, ObjectInfo, RecordData } from '@/api/types';
import { isEditable } from '@/fields/field-kits';
import { RecordForm } from '@/fields/record-form';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { Dialog } from '@/ui/dialog/dialog';
import { Note } from '@/ui/note/note';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { useToast } from '@/ui/toast/use-toast';
import { ConvertPart, type PartMode } from './convert-part';

export interface ConvertDialogProps {
  lead: ObjectInfo;
  record: RecordData;
  /** What was typed of the contact that the lead becomes; it counts before what is known of the lead. */
  typed?: Record<string, Json>;
  onClose: () => void;
}

/** Asks who is there already before it offers to make them anew: the company by its name, the person by the mail address. */
export function ConvertDialog({ lead, record, typed, onClose }: ConvertDialogProps) {
  const t = useText();
  const company = String(record.company ?? '');
  const email = String(record.email ?? '');
  const accounts = useQuery({ ...shortListQuery({ object: 'account', fields: ['id', 'name'], filter: { field: 'name', op: '=', value: company }, limit: 1 }), enabled: company !== '' });
  const contacts = useQuery({ ...shortListQuery({ object: 'contact', fields: ['id', 'name'], filter: { field: 'email', op: '=', value: email }, limit: 1 }), enabled: email !== '' });
  if (accounts.isLoading || contacts.isLoading) {
    return (
      <Dialog title={t('convert.title', { name: nameOf(record, lead) })} onClose={onClose} wide>
        <SkeletonRows rows={6} />
      </Dialog>
    );
  }
  return <ConvertForm lead={lead} record={record} account={accounts.data?.[0]} contact={contacts.data?.[0]} typed={typed} onClose={onClose} />;
}

interface ConvertFormProps extends ConvertDialogProps {
  /** An account of that name. */
  account: RecordData | undefined;
  /** A contact with that mail address. */
  contact: RecordData | undefined;
}

function ConvertForm({ lead, record, typed, account, contact, onClose }: ConvertFormProps) {
  const t = useText();
  const me = useMe();
  const toast = useToast();
  const undo = useUndo();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const catalogue = useCatalogue();
  const name = nameOf(record, lead);
  const company = String(record.company ?? '');
  const typedAccount = typeof typed?.account_id === 'string' ? { id: typed.account_id, name: typed.account } : undefined;
  const there = typedAccount ? { converted_account_id: typedAccount.id, converted_account: typedAccount.name ?? null } : { converted_account_id: account?.id ?? null, converted_account: account ? { name: String(account.name) } : null };
  const [modes, setModes] = useState<Record<string, PartMode>>({ account: typedAccount || account ? 'existing' : company ? 'new' : 'none', contact: contact && !typed ? 'existing' : 'new', opportunity: 'none' });
  const [values, setValues] = useState<Record<string, RecordData>>({
    account: { id: '', name: company, ...there },
    contact: { id: '', converted_contact_id: contact?.id ?? null, converted_contact: contact ? { name: String(contact.name) } : null },
    opportunity: { id: '', name: company || name },
  });
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);

  const fieldsOf = (part: string, names: string[]) => {
    const object = catalogue.find(part);
    return object ? names.flatMap((each) => fieldOf(object, each) ?? []) : [];
  };
  const parts = [
    { id: 'account', modes: ['new', 'existing', 'none'] as PartMode[], made: fieldsOf('account', ['name']) },
    { id: 'contact', modes: ['new', 'existing', 'none'] as PartMode[], made: [] as Field[] },
    { id: 'opportunity', modes: ['none', 'new'] as PartMode[], made: fieldsOf('opportunity', ['name', 'amount', 'close_date']) },
  ].filter(({ id }) => catalogue.find(id));

  function wanted(part: string, made: readonly Field[]): LeadPart {
    const given = values[part] ?? { id: '' };
    if (modes[part] === 'none') return null;
    if (modes[part] === 'existing') return { id: String(given[`converted_${part}_id`] ?? '') };
    const fields = part === 'contact' ? (catalogue.find(part)?.fields.filter((field) => isEditable(field) && field.name !== 'account_id') ?? []) : made;
    const known = part === 'contact' ? { ...given, ...typed } : given;
    return Object.fromEntries(fields.flatMap((field) => (known[field.name] ? [[field.name, known[field.name] ?? null]] : []))) as Record<string, Json>;
  }
  async function convert() {
    setBusy(true);
    try {
      const answer = await convertLead(record.id, Object.fromEntries(parts.map(({ id, made }) => [id, wanted(id, made)])));
      void queries.invalidateQueries({ queryKey: ['records'] });
      const [object, id] = answer.opportunity ? ['opportunity', answer.opportunity] : answer.contact ? ['contact', answer.contact] : ['account', String(answer.account)];
      onClose();
      await navigate({ to: '/o/$object/$id', params: { object, id } });
      toast({
        text: t('convert.done', { name }),
        undo: async () => {
          await navigate({ to: '/o/$object/$id', params: { object: 'lead', id: record.id } });
          await undo([answer.change_set]);
        },
      });
    } catch (thrown) {
      setError(reasonOf(thrown));
      setBusy(false);
    }
  }
  const chosen = parts.every(({ id }) => modes[id] !== 'existing' || values[id]?.[`converted_${id}_id`]);
  return (
    <Dialog
      title={t('convert.title', { name })}
      wide
      onClose={onClose}
      onSubmit={() => void convert()}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" busy={busy} disabled={!chosen}>
            {t('convert.menu')}
          </Button>
        </>
      }
    >
      {error && <Note kind="danger">{error}</Note>}
      {parts.map(({ id, modes: choices, made }) => {
        const reference = fieldOf(lead, `converted_${id}_id`);
        const label = catalogue.find(id)?.label ?? id;
        const mode = modes[id] ?? 'none';
        const fields = mode === 'new' ? made : mode === 'existing' && reference ? [{ ...reference, label, required: true }] : [];
        return (
          <ConvertPart key={id} label={label} modes={choices.filter((each) => each !== 'new' || allowed(me, id, 'create'))} mode={mode} onMode={(next) => setModes((before) => ({ ...before, [id]: next }))}>
            {fields.length > 0 && (
              <RecordForm fields={fields} values={values[id] ?? { id: '' }} required={['close_date']} error={null} autoFocus={false} onChange={(changes) => setValues((before) => ({ ...before, [id]: { ...(before[id] ?? { id: '' }), ...changes } }))} />
            )}
            {mode === 'new' && made.length === 0 && <p>{t(typed ? 'convert.from_typed' : 'convert.from_lead', { name })}</p>}
          </ConvertPart>
        );
      })}
    </Dialog>
  );
}
