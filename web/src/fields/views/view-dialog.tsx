import { useId, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { reasonOf } from '@/api/api-error';
import { useMe, usePersonal } from '@/api/catalogue';
import { useRecordNames } from '@/api/record-names';
import { useText } from '@/i18n/use-text';
import type { Translations } from '@/lib/translations';
import { Button } from '@/ui/button/button';
import { Dialog } from '@/ui/dialog/dialog';
import { FieldFrame } from '@/ui/input/field-frame';
import { Select } from '@/ui/input/select';
import { TextInput } from '@/ui/input/text-input';
import { OtherLanguages } from '../translations/other-languages';
import type { Audience } from './use-view-actions';

export interface ViewDialogProps {
  title: string;
  /** The name that it begins with. */
  label: string;
  audience: Audience;
  /** Whether who sees it may be chosen: what is public stays so. */
  fixed?: boolean;
  /** The name in other languages, which what is public may have. */
  translations?: Translations;
  onSave: (label: string, audience: Audience, translations?: Translations) => Promise<void>;
  onClose: () => void;
}

/** What a view is called, and who sees it. */
export function ViewDialog({ title, label: first, audience: before, fixed, translations: known, onSave, onClose }: ViewDialogProps) {
  const t = useText();
  const [labelId, audienceId] = [useId(), useId()];
  const me = useMe();
  const teams = useRecordNames(usePersonal().teams);
  const [label, setLabel] = useState(first);
  const [audience, setAudience] = useState(before);
  const [translations, setTranslations] = useState(known);
  const { mutate, isPending, error } = useMutation({ mutationFn: () => onSave(label.trim(), audience, translations), onSuccess: onClose });
  const choices = [
    { value: 'private', label: t('list.view_private') },
    ...teams.map((team) => ({ value: team.id, label: t('list.view_of_team', { team: team.name }) })),
    ...(me.administrator ? [{ value: 'public', label: t('list.view_public') }] : []),
  ];
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={() => label.trim() && mutate()}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" busy={isPending} disabled={!label.trim()}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <FieldFrame id={labelId} label={t('list.view_name')} error={error ? reasonOf(error) : undefined}>
        <TextInput id={labelId} data-autofocus value={label} onChange={(event) => setLabel(event.target.value)} />
      </FieldFrame>
      {!fixed && (
        <FieldFrame id={audienceId} label={t('list.view_audience')} help={t('list.view_audience_help')}>
          <Select id={audienceId} options={choices} value={audience} onChange={(event) => setAudience(event.target.value)} />
        </FieldFrame>
      )}
      {fixed && <OtherLanguages words={[{ id: 'label', label: t('list.view_name'), written: label, key: 'label', translations, onChange: setTranslations }]} />}
    </Dialog>
  );
}
