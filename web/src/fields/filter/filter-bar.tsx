import { useMemo, useState } from 'react';
import { useCatalogue, useMe } from '@/api/catalogue';
import type { Filter, ObjectInfo } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { Button } from '@/ui/button/button';
import { Icon } from '@/ui/icon/icon';
import { Popover } from '@/ui/popover/popover';
import { FieldPicker } from './field-picker';
import { filterableColumns } from './field-choices';
import { FilterChip } from './filter-chip';
import { filterOf, groupOf, newCondition, replacePart } from './filter-model';
import { relatedChoices } from './related-choices';
import { useQuickFilters } from './use-quick-filters';
import styles from './filter.module.css';

export interface FilterBarProps {
  object: ObjectInfo;
  filter: Filter | null;
  onChange: (filter: Filter | null) => void;
}

/** The filter as chips: each says one thing, can be changed or taken away, and more can be added. */
export function FilterBar({ object, filter, onChange }: FilterBarProps) {
  const t = useText();
  const [me, catalogue] = [useMe(), useCatalogue()];
  const columns = useMemo(() => filterableColumns(object, catalogue), [object, catalogue]);
  const related = useMemo(() => relatedChoices(object, catalogue, me), [object, catalogue, me]);
  const named = useQuickFilters(object);
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState<number | null>(null);
  const group = groupOf(filter);

  function add(part: Filter) {
    setAdding(false);
    setAdded(group.parts.length);
    onChange(filterOf({ ...group, parts: [...group.parts, part] }));
  }
  return (
    <div className={styles.bar} role="group" aria-label={t('filter.filters')}>
      {group.parts.map((part, index) => (
        <FilterChip key={`${index}/${group.parts.length}`} part={part} name={named.find((each) => JSON.stringify(each.filter) === JSON.stringify(part))?.label} object={object} columns={columns} open={index === added} onChange={(next) => onChange(filterOf(replacePart(group, index, next)))} />
      ))}
      {group.parts.length > 1 && (
        <Button small kind="quiet" icon="arrows-exchange" onClick={() => onChange(filterOf({ ...group, joiner: group.joiner === 'and' ? 'or' : 'and' }))}>
          {t(group.joiner === 'and' ? 'filter.all_hold' : 'filter.any_holds')}
        </Button>
      )}
      <Popover
        open={adding}
        onChange={setAdding}
        label={t('filter.add')}
        target={
          <button type="button" className={classNames(styles.chip, styles.add)} aria-expanded={adding} onClick={() => setAdding(!adding)}>
            <Icon name="plus" size={14} />
            {t('filter.filter')}
          </button>
        }
      >
        <FieldPicker columns={columns} related={related} onPickRelated={({ relation }) => add({ related: relation.name, count: { op: '>=', value: 1 } })} onPick={(column) => add(newCondition(column.path, column.field))} />
        <Button
          small
          kind="quiet"
          icon="sitemap"
          onClick={() => {
            const [first] = columns;
            if (first) add({ or: [newCondition(first.path, first.field)] });
          }}
        >
          {t('filter.add_group')}
        </Button>
      </Popover>
    </div>
  );
}
