import { useMutation, useQuery } from '@tanstack/react-query';
import { reasonOf } from '@/api/api-error';
import { type DeletedField, deletedFieldsQuery } from '@/api/metadata';
import type { ObjectInfo } from '@/api/types';
import { kitOf } from '@/fields/field-kits';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { Note } from '@/ui/note/note';
import { SetupTable } from './setup-table';
import { useBringBack } from './use-bring-back';
import styles from './setup.module.css';

/** The fields of an object that were deleted, as long as they can be brought back. */
export function DeletedFields({ object }: { object: ObjectInfo }) {
  const t = useText();
  const formats = useFormats();
  const { data, error } = useQuery(deletedFieldsQuery(object.name));
  const bringBack = useBringBack(object);
  const { mutate, isPending, variables } = useMutation({ mutationFn: (field: DeletedField) => bringBack(field) });
  const fields = data?.deleted_fields.toReversed() ?? [];
  if (fields.length === 0 && !error) return null;
  return (
    <section className={styles.deleted} aria-label={t('setup.deleted_fields')}>
      <h2>{t('setup.deleted_fields')}</h2>
      <p className={styles.lead}>{t('setup.deleted_fields_text')}</p>
      {error ? (
        <Note kind="danger">{reasonOf(error)}</Note>
      ) : (
        <SetupTable label={t('setup.deleted_fields')} heads={[t('setup.field'), t('setup.name'), t('setup.type'), t('setup.deleted')]}>
          {fields.map((field) => (
            <tr key={field.id}>
              <th scope="row">{field.label}</th>
              <td>
                <code>{field.name}</code>
              </td>
              <td>{t(kitOf(field).label)}</td>
              <td>
                <time dateTime={field.deleted_at}>{formats.moment(field.deleted_at)}</time> <bdi className={styles.faint}>{field.deleted_by?.name}</bdi>
              </td>
              <td className={styles.end}>
                <Button small busy={isPending && variables.id === field.id} disabled={isPending} aria-label={t('setup.bring_field_back', { field: field.label })} onClick={() => mutate(field)}>
                  {t('setup.bring_back')}
                </Button>
              </td>
            </tr>
          ))}
        </SetupTable>
      )}
    </section>
  );
}
