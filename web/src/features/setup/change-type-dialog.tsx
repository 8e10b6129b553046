import { skipToken, useMutation, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { reasonOf } from '@/api/api-error';
import { changeType, type TypeChange, type TypeChangeReport, typeChangeQuery } from '@/api/type-change';
import type { Field, FieldType, ObjectInfo } from '@/api/types';
import { fieldKits } from '@/fields/field-kits';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { Dialog } from '@/ui/dialog/dialog';
import { Checkbox } from '@/ui/input/checkbox';
import { FieldFrame } from '@/ui/input/field-frame';
import { Select } from '@/ui/input/select';
import { Note } from '@/ui/note/note';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { TypeChangePreview } from './type-change-preview';
import { TypeChangeProgress } from './type-change-progress';

export interface ChangeTypeDialogProps {
  object: ObjectInfo;
  field: Field;
  onClose: () => void;
}

const back = 'undo';
const withOptions: readonly FieldType[] = ['picklist', 'multi_picklist'];
const withScale: readonly FieldType[] = ['decimal', 'percent', 'currency'];

/** Another type for a field: what becomes of its values is shown before, and can be undone. */
export function ChangeTypeDialog({ object, field, onClose }: ChangeTypeDialogProps) {
  const t = useText();
  const id = useId();
  const formats = useFormats();
  const [choice, setChoice] = useState<FieldType | typeof back | ''>('');
  const [adds, setAdds] = useState(true);
  const [scale, setScale] = useState(2);
  const findsOptions = choice !== back && choice !== '' && withOptions.includes(choice) && !withOptions.includes(field.type);
  const hasScale = choice !== back && choice !== '' && withScale.includes(choice);
  const change: TypeChange = choice === back ? { undo: true } : { type: choice || undefined, ...(findsOptions && { add_options: adds }), ...(hasScale && { scale }) };
  const query = typeChangeQuery(object.name, field.name, change);
  const { data: report, error } = useQuery({ ...query, queryFn: choice === '' ? skipToken : query.queryFn });
  const start = useMutation({ mutationFn: (shown: TypeChangeReport) => changeType(object.name, field.name, change, shown) });
  // It is asked again with each change of the objects: until the answer is there, what is shown holds.
  const blocked = !report || report.problems.length > 0;
  const nameOf = (type: FieldType) => t(fieldKits[type].label);
  if (start.data) return <TypeChangeProgress object={object} field={field} job={start.data.job} report={start.data} onClose={onClose} />;
  return (
    <Dialog
      wide
      title={t('retype.title', { field: field.label })}
      onClose={onClose}
      onSubmit={() => !blocked && start.mutate(report)}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind={report && report.lost > 0 ? 'danger' : 'primary'} type="submit" busy={start.isPending} disabled={blocked}>
            {report && report.lost > 0 ? t('retype.lose', { count: report.lost }) : t('retype.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('retype.lead', { type: nameOf(field.type) })}</p>
      <FieldFrame id={`${id}-type`} label={t('retype.new_type')} required>
        <Select
          id={`${id}-type`}
          data-autofocus
          empty={t('retype.choose')}
          value={choice}
          options={[
            ...(field.former ? [{ value: back, label: t('retype.back', { type: nameOf(field.former.type), day: formats.moment(field.former.changed_at) }) }] : []),
            ...(field.convertible_to ?? []).map((type) => ({ value: type, label: nameOf(type) })),
          ]}
          onChange={(event) => {
            setChoice(event.target.value as FieldType | typeof back | '');
            start.reset();
          }}
        />
      </FieldFrame>
      {hasScale && (
        <FieldFrame id={`${id}-scale`} label={t('setup.scale')}>
          <Select id={`${id}-scale`} value={String(scale)} options={[0, 1, 2, 3, 4].map((digits) => ({ value: String(digits), label: String(digits) }))} onChange={(event) => setScale(Number(event.target.value))} />
        </FieldFrame>
      )}
      {findsOptions && (
        <Checkbox checked={adds} onChange={(event) => setAdds(event.target.checked)}>
          {t('retype.add_options')}
        </Checkbox>
      )}
      {(error ?? start.error) && <Note kind="danger">{reasonOf(error ?? start.error)}</Note>}
      {choice !== '' && !report && !error && <SkeletonRows rows={3} />}
      {report && <TypeChangePreview field={field} report={report} />}
    </Dialog>
  );
}
