import { useMutation, useQueryClient } from '@tanstack/react-query';
import { reasonOf } from '@/api/api-error';
import { fieldOf, useDeclaredCatalogue, useMe } from '@/api/catalogue';
import { metadataQuery, updateField } from '@/api/metadata';
import type { Field, ObjectInfo } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { apiName } from '@/lib/api-name';
import { Button } from '@/ui/button/button';
import { unknownChoices } from './guess-mapping';
import styles from './import.module.css';

export interface MissingChoicesProps {
  object: ObjectInfo;
  field: Field;
  /** Different values of the column. */
  values: readonly string[];
}

/** Values of the file that are no choice of a picklist; whoever sets up may add them. */
export function MissingChoices({ object, field, values }: MissingChoicesProps) {
  const t = useText();
  const me = useMe();
  const queries = useQueryClient();
  // As they were written: a translation must not be saved as the label.
  const declared = useDeclaredCatalogue().find(object.name);
  const options = (declared && fieldOf(declared, field.name)?.options) ?? [];
  const missing = field.type === 'picklist' || field.type === 'multi_picklist' ? unknownChoices(field, values) : [];
  const add = useMutation({
    mutationFn: () => updateField(object.name, field.name, { options: [...options, ...missing.map((label) => ({ value: apiName(label) || label, label, active: true }))] }),
    onSuccess: () => queries.invalidateQueries(metadataQuery),
  });
  if (missing.length === 0) return null;
  return (
    <span className={styles.relation}>
      <span>{t('import.no_choices', { values: missing.slice(0, 5).join(' · ') })}</span>
      {me.administrator && (
        <Button small icon="plus" busy={add.isPending} onClick={() => add.mutate()}>
          {t('import.add_choices', { count: missing.length })}
        </Button>
      )}
      {add.error && <span className={styles.reason}>{reasonOf(add.error)}</span>}
    </span>
  );
}
