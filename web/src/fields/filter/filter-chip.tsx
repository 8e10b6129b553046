import { useState } from 'react';
import { useCatalogue, useMe } from '@/api/catalogue';
import type { Column } from '@/api/columns';
import { isCondition, isRelated } from '@/api/filter';
import type { Filter, ObjectInfo } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { Icon } from '@/ui/icon/icon';
import { Popover } from '@/ui/popover/popover';
import { ConditionEditor } from './condition-editor';
import type { OperatorsOf } from './filter-model';
import { FilterText } from './filter-text';
import { GroupEditor } from './group-editor';
import { relatedChoices } from './related-choices';
import { RelatedEditor } from './related-editor';
import styles from './filter.module.css';

export interface FilterChipProps {
  part: Filter;
  /** What it is called, when it is one of those that have a name. */
  name?: string;
  object: ObjectInfo;
  columns: readonly Column[];
  /** How a field may be compared, where that is less than its type has. */
  operatorsOf?: OperatorsOf;
  /** Begins with its editor open: it was made just now. */
  open?: boolean;
  onChange: (part: Filter | null) => void;
}

/** One part of the filter in words; pressed, it can be changed. */
export function FilterChip({ part, name, object, columns, operatorsOf, open: initiallyOpen = false, onChange }: FilterChipProps) {
  const t = useText();
  const [me, catalogue] = [useMe(), useCatalogue()];
  const choice = isRelated(part) ? relatedChoices(object, catalogue, me).find(({ relation }) => relation.name === part.related) : undefined;
  const [open, setOpen] = useState(initiallyOpen);
  return (
    <span className={styles.chip}>
      <Popover
        open={open}
        onChange={setOpen}
        label={t('filter.edit')}
        target={
          <button type="button" className={styles.chipText} onClick={() => setOpen(!open)} aria-expanded={open}>
            {name ? <b>{name}</b> : <FilterText filter={part} object={object} />}
          </button>
        }
      >
        {isRelated(part) ? (
          choice && <RelatedEditor condition={part} target={choice.target} label={choice.label} onChange={onChange} onRemove={() => onChange(null)} />
        ) : isCondition(part) ? (
          <ConditionEditor condition={part} columns={columns} operatorsOf={operatorsOf} onChange={onChange} onRemove={() => onChange(null)} />
        ) : (
          <GroupEditor object={object} filter={part} columns={columns} operatorsOf={operatorsOf} onChange={onChange} />
        )}
      </Popover>
      <button type="button" className={styles.chipRemove} aria-label={t('filter.remove')} onClick={() => onChange(null)}>
        <Icon name="x" size={13} />
      </button>
    </span>
  );
}
