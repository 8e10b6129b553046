import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useCatalogue } from '@/api/catalogue';
import { formulaQuery } from '@/api/metadata';
import type { ObjectInfo } from '@/api/types';
import { filterableColumns } from '@/fields/filter/field-choices';
import { useText } from '@/i18n/use-text';
import { FieldFrame } from '@/ui/input/field-frame';
import { Select } from '@/ui/input/select';
import { TextArea } from '@/ui/input/text-area';
import styles from '../setup.module.css';

export interface FormulaEditorProps {
  id: string;
  object: ObjectInfo;
  label: string;
  help: string;
  value: string;
  /** What it must give: a rule must be true or false. */
  shape?: string;
  error?: string;
  onChange: (formula: string) => void;
}

const functions = ['IF(, , )', 'ISBLANK()', 'BLANKVALUE(, )', 'AND(, )', 'OR(, )', 'NOT()', 'CASE(, , , )', 'CONTAINS(, "")', 'BEGINS(, "")', 'LEN()', 'TEXT()', 'TODAY()', 'NOW()', 'ROUND(, 2)', 'MIN(, )', 'MAX(, )', 'YEAR()', 'MONTH()'];

/** A formula that is read by the server while it is typed: it says at once what it gives, or what is wrong and where. */
export function FormulaEditor({ id, object, label, help, value, shape, error, onChange }: FormulaEditorProps) {
  const t = useText();
  const box = useRef<HTMLTextAreaElement>(null);
  const catalogue = useCatalogue();
  const [asked] = useDebouncedValue(value.trim(), 250);
  const { data } = useQuery({ ...formulaQuery(object.name, asked), enabled: asked !== '', placeholderData: (before) => before });
  const wrongShape = data?.valid && shape !== undefined && data.shape !== shape;
  const problem = error ?? (asked && data && !data.valid ? data.message : wrongShape ? t('setup.must_be_condition') : undefined);

  function insert(text: string) {
    const at = box.current?.selectionEnd ?? value.length;
    onChange(`${value.slice(0, at)}${text}${value.slice(at)}`);
    box.current?.focus();
  }
  return (
    <>
      <FieldFrame id={id} label={label} required help={problem ? undefined : help} error={problem}>
        <TextArea ref={box} id={id} dir="ltr" spellCheck={false} className={styles.formula} value={value} invalid={problem !== undefined} aria-describedby={`${id}-${problem ? 'error' : 'help'}`} onChange={(event) => onChange(event.target.value)} />
      </FieldFrame>
      <div className={styles.pair}>
        <Select small aria-label={t('setup.insert_field')} empty={t('setup.insert_field')} value="" options={filterableColumns(object, catalogue).map((column) => ({ value: column.path, label: column.label }))} onChange={(event) => insert(event.target.value)} />
        <Select small aria-label={t('setup.insert_function')} empty={t('setup.insert_function')} value="" options={functions.map((text) => ({ value: text, label: text.replace(/\(.*/, '') }))} onChange={(event) => insert(event.target.value)} />
      </div>
      <p className={styles.checked} role="status">
        {asked && data?.valid && !problem ? t('setup.formula_reads', { count: data.reads.length, fields: data.reads.join(', ') }) : ''}
      </p>
    </>
  );
}
