import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { reasonOf } from '@/api/api-error';
import { allowed, useCatalogue, useMe } from '@/api/catalogue';
import type { ProposedAccount } from '@/api/likely-duplicates';
import { createRecord, recordsKey } from '@/api/records';
import type { Field, Json } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { useToast } from '@/ui/toast/use-toast';
import styles from './create.module.css';

export interface AccountHintProps {
  /** The field that takes the company. */
  field: Field;
  proposed: ProposedAccount;
  onChange: (changes: Record<string, Json>) => void;
}

/** The company that a mail address is of: taken as it is, or made with its domain when nobody has made it yet. */
export function AccountHint({ field, proposed, onChange }: AccountHintProps) {
  const t = useText();
  const me = useMe();
  const toast = useToast();
  const queries = useQueryClient();
  const account = useCatalogue().find('account');
  const [busy, setBusy] = useState(false);
  const take = (id: string) => onChange({ account_id: id, ...(field.relation ? { [field.relation]: { name: proposed.name } } : {}) });

  async function make() {
    setBusy(true);
    try {
      const { answer } = await createRecord('account', { name: proposed.name, domain: proposed.domain }, { refuseDuplicates: true });
      void queries.invalidateQueries({ queryKey: recordsKey('account') });
      take(answer.id);
    } catch (error) {
      toast({ text: reasonOf(error), failed: true });
    }
    setBusy(false);
  }
  if (!proposed.id && !allowed(me, 'account', 'create')) return null;
  return (
    <p className={styles.hint}>
      <span>{proposed.id ? t('create.works_for', { name: proposed.name }) : t('create.no_account', { domain: proposed.domain })}</span>
      <Button small busy={busy} onClick={() => (proposed.id ? take(proposed.id) : void make())}>
        {proposed.id ? t('create.take_account') : t('field.create_named', { object: account?.label, name: proposed.name })}
      </Button>
    </p>
  );
}
