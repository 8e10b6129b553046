import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { tagNamedQuery, type UsedTag } from '@/api/tags';
import { useText } from '@/i18n/use-text';
import { FieldFrame } from '@/ui/input/field-frame';
import { TextInput } from '@/ui/input/text-input';
import { Note } from '@/ui/note/note';
import { ReplaceTagsDialog } from './replace-tags-dialog';

export interface RenameTagDialogProps {
  tag: UsedTag;
  onRenamed: () => void;
  onClose: () => void;
}

/** Another name for a tag; one that another tag has makes one of the two. */
export function RenameTagDialog({ tag, onRenamed, onClose }: RenameTagDialogProps) {
  const t = useText();
  const id = useId();
  const [name, setName] = useState(tag.name);
  const wanted = name.trim();
  const [asked] = useDebouncedValue(wanted, 150);
  const { data, isLoading } = useQuery({ ...tagNamedQuery(asked), enabled: asked !== '' && asked !== tag.name });
  // Two tags become one only where that was told before.
  const asking = wanted !== asked || isLoading;
  const other = asked === wanted ? data?.find((each) => each.id !== tag.id) : undefined;
  return (
    <ReplaceTagsDialog
      title={t('tags.rename', { tag: tag.name })}
      tags={[tag.id]}
      by={wanted}
      text={t('tags.will_change', { count: tag.records })}
      submit={t(other ? 'merge.menu' : 'common.save')}
      disabled={wanted === '' || wanted === tag.name || asking}
      onDone={onRenamed}
      onClose={onClose}
    >
      <FieldFrame id={`${id}-name`} label={t('tags.new_name')} required>
        <TextInput id={`${id}-name`} autoFocus maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
      </FieldFrame>
      {other && <Note kind="warning">{t('tags.become_one', { tag: String(other.name) })}</Note>}
    </ReplaceTagsDialog>
  );
}
