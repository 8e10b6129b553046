import { useState } from 'react';
import type { Column } from '@/api/columns';
import { isCondition } from '@/api/filter';
import type { Filter, ObjectInfo } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { Icon } from '@/ui/icon/icon';
import { Popover } from '@/ui/popover/popover';
import { ConditionEditor } from './condition-editor';
import { FilterText } from './filter-text';
import { GroupEditor } from './group-editor';
import styles from './filter.module.css';

export interface FilterChipProps {
  part: Filter;
  object: ObjectInfo;
  columns: readonly Column[];
  /** Begins with its editor open: it was made just now. */
  open?: boolean;
  onChange: (part: Filter | null) => void;
}

/** One part of the filter in words; pressed, it can be changed. */
export function FilterChip({ part, object, columns, open: initiallyOpen = false, onChange }: FilterChipProps) {
  const t = useText();
  const [open, setOpen] = useState(initiallyOpen);
  return (
    <span className={styles.chip}>
      <Popover
        open={open}
        onChange={setOpen}
        label={t('filter.edit')}
        target={
          <button type="button" className={styles.chipText} onClick={() => setOpen(!open)} aria-expanded={open}>
            <FilterText filter={part} object={object} />
          </button>
        }
      >
        {isCondition(part) ? (
          <ConditionEditor condition={part} columns={columns} onChange={onChange} onRemove={() => onChange(null)} />
        ) : (
          <GroupEditor filter={part} columns={columns} onChange={onChange} />
        )}
      </Popover>
      <button type="button" className={styles.chipRemove} aria-label={t('filter.remove')} onClick={() => onChange(null)}>
        <Icon name="x" size={13} />
      </button>
    </span>
  );
}
