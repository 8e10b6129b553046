import { useId, useState } from 'react';
import type { UsedTag } from '@/api/tags';
import { useText } from '@/i18n/use-text';
import { FieldFrame } from '@/ui/input/field-frame';
import { Select } from '@/ui/input/select';
import { ReplaceTagsDialog } from './replace-tags-dialog';

export interface MergeTagsDialogProps {
  /** Two or more; the first stays unless another one is chosen. */
  tags: readonly UsedTag[];
  onMerged: () => void;
  onClose: () => void;
}

/** Several tags become the one of them that is chosen. */
export function MergeTagsDialog({ tags, onMerged, onClose }: MergeTagsDialogProps) {
  const t = useText();
  const id = useId();
  const [survivor, setSurvivor] = useState(tags[0]?.id ?? '');
  const others = tags.filter((tag) => tag.id !== survivor);
  return (
    <ReplaceTagsDialog
      title={t('tags.merge', { count: tags.length })}
      tags={others.map((tag) => tag.id)}
      by={tags.find((tag) => tag.id === survivor)?.name ?? ''}
      text={t('tags.will_change', { count: others.reduce((sum, tag) => sum + tag.records, 0) })}
      submit={t('merge.menu')}
      onDone={onMerged}
      onClose={onClose}
    >
      <FieldFrame id={`${id}-survivor`} label={t('tags.stays')} required>
        <Select id={`${id}-survivor`} autoFocus value={survivor} options={tags.map((tag) => ({ value: tag.id, label: tag.name }))} onChange={(event) => setSurvivor(event.target.value)} />
      </FieldFrame>
    </ReplaceTagsDialog>
  );
}
