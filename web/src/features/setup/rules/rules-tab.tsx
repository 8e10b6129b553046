import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { reasonOf } from '@/api/api-error';
import { fieldOf } from '@/api/catalogue';
import { deleteRule, metadataQuery, saveRule } from '@/api/metadata';
import type { ObjectInfo, ValidationRule } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { IconButton } from '@/ui/button/icon-button';
import { Checkbox } from '@/ui/input/checkbox';
import { EmptyState } from '@/ui/state/empty-state';
import { useToast } from '@/ui/toast/use-toast';
import { RuleDialog } from './rule-dialog';
import { SetupTable } from '../setup-table';
import styles from '../setup.module.css';

/** The rules that a record must not break when it is saved. */
export function RulesTab({ object }: { object: ObjectInfo }) {
  const t = useText();
  const toast = useToast();
  const queries = useQueryClient();
  const [editing, setEditing] = useState<ValidationRule | 'new' | null>(null);

  async function run(work: Promise<unknown>, undo?: () => Promise<unknown>) {
    try {
      await work;
      if (undo) toast({ text: t('setup.rule_deleted'), undo: () => run(undo()) });
    } catch (error) {
      toast({ text: reasonOf(error), failed: true });
    }
    await queries.invalidateQueries(metadataQuery);
  }
  const rules = object.validation_rules ?? [];
  return (
    <>
      <div>
        <Button icon="plus" onClick={() => setEditing('new')}>
          {t('setup.rule')}
        </Button>
      </div>
      {rules.length === 0 && <EmptyState title={t('setup.no_rules')} text={t('setup.no_rules_text', { objects: object.plural_label })} />}
      {rules.length > 0 && (
        <SetupTable label={t('setup.rules')} heads={[t('setup.refused_when'), t('setup.message'), t('setup.field'), t('setup.active')]}>
          {rules.map((rule) => (
            <tr key={rule.name}>
              <th scope="row">
                <code>{rule.formula}</code>
              </th>
              <td>{rule.message}</td>
              <td>{fieldOf(object, rule.field)?.label}</td>
              <td>
                <Checkbox aria-label={t('setup.right_of', { right: t('setup.active'), object: rule.message })} checked={rule.active} onChange={(event) => void run(saveRule(object.name, { ...rule, active: event.target.checked }))} />
              </td>
              <td className={styles.end}>
                <IconButton icon="pencil" small label={t('field.edit', { field: rule.message })} onClick={() => setEditing(rule)} />
                <IconButton icon="trash" small label={t('setup.delete_field', { field: rule.message })} onClick={() => void run(deleteRule(object.name, rule.name), () => saveRule(object.name, rule))} />
              </td>
            </tr>
          ))}
        </SetupTable>
      )}
      {editing && <RuleDialog object={object} rule={editing === 'new' ? undefined : editing} onClose={() => setEditing(null)} />}
    </>
  );
}
