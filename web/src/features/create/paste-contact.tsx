import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { fieldOf, useCatalogue } from '@/api/catalogue';
import { shortListQuery } from '@/api/records';
import type { Field, Json, ObjectInfo, RecordData } from '@/api/types';
import { isEditable } from '@/fields/field-kits';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { Checkbox } from '@/ui/input/checkbox';
import { FieldFrame } from '@/ui/input/field-frame';
import { TextArea } from '@/ui/input/text-area';
import { readContactText } from './contact-text';
import styles from './create.module.css';

/** Whether records of that object are people about whom signatures and cards tell. */
export const tellsOfPeople = (object: ObjectInfo) => object.name === 'contact' || object.name === 'lead';

/** One field with the value that was found for it. */
interface Proposal {
  field: Field;
  shown: string;
  changes: Record<string, Json>;
}

export interface PasteContactProps {
  object: ObjectInfo;
  values: RecordData;
  /** Told the fields that were taken, so that the form has them all. */
  onTake: (changes: Record<string, Json>, fields: string[]) => void;
}

/** A signature, card or profile is pasted, and what it says is proposed field by field: each is taken or left. */
export function PasteContact({ object, values, onTake }: PasteContactProps) {
  const t = useText();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [left, setLeft] = useState<string[]>([]);
  const proposals = useProposals(object, text);
  if (!open)
    return (
      <Button small kind="quiet" icon="clipboard" className={styles.paste} onClick={() => setOpen(true)}>
        {t('create.paste')}
      </Button>
    );
  const taken = proposals.filter(({ field }) => !left.includes(field.name));
  return (
    <div className={styles.pasted}>
      <FieldFrame id={id} label={t('create.paste_text')}>
        <TextArea
          id={id}
          rows={4}
          autoFocus
          maxLength={20_000}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setLeft([]);
          }}
        />
      </FieldFrame>
      {text.trim() && proposals.length === 0 && <p role="status">{t('create.no_proposals')}</p>}
      {proposals.length > 0 && (
        <fieldset>
          <legend>{t('create.proposals')}</legend>
          {proposals.map(({ field, shown }) => (
            <Checkbox key={field.name} checked={!left.includes(field.name)} onChange={(event) => setLeft(event.target.checked ? left.filter((name) => name !== field.name) : [...left, field.name])}>
              {field.label}: <bdi>{shown}</bdi>
              {Boolean(values[field.name]) && typeof values[field.name] === 'string' && !field.relation && <s>{String(values[field.name])}</s>}
            </Checkbox>
          ))}
          <Button
            small
            disabled={taken.length === 0}
            onClick={() => {
              onTake(Object.assign({}, ...taken.map((each) => each.changes)) as Record<string, Json>, taken.map(({ field }) => field.name));
              setText('');
              setOpen(false);
            }}
          >
            {t('create.take')}
          </Button>
        </fieldset>
      )}
    </div>
  );
}

/** What the text says, for the fields that the record has and the person may fill; a company only when it is known as an account. */
function useProposals(object: ObjectInfo, text: string): Proposal[] {
  const accounts = useCatalogue().find('account');
  const { company, ...found } = readContactText(text);
  const account = fieldOf(object, 'account_id');
  const { data: known } = useQuery({
    ...shortListQuery({ object: 'account', fields: ['id', 'name'], filter: { field: 'name', op: '=', value: company ?? '' }, sort: 'name', limit: 2 }),
    enabled: Boolean(company && account && accounts),
  });
  const proposals: Proposal[] = Object.entries(found).flatMap(([name, shown]) => {
    const field = fieldOf(object, name);
    return field && isEditable(field) ? [{ field, shown, changes: { [name]: shown } }] : [];
  });
  const own = fieldOf(object, 'company');
  if (company && own && isEditable(own)) proposals.push({ field: own, shown: company, changes: { company } });
  const only = known?.length === 1 ? known[0] : undefined;
  if (company && account && only && isEditable(account)) proposals.push({ field: account, shown: String(only.name), changes: { account_id: only.id, ...(account.relation ? { [account.relation]: { name: String(only.name) } } : {}) } });
  const order = object.fields.map((field) => field.name);
  return proposals.toSorted((one, other) => order.indexOf(one.field.name) - order.indexOf(other.field.name));
}
