import { useState } from 'react';
import { useCatalogue } from '@/api/catalogue';
import type { Filter, ObjectInfo } from '@/api/types';
import { filterableColumns } from '@/fields/filter/field-choices';
import { FilterChip } from '@/fields/filter/filter-chip';
import { groupOf, newCondition } from '@/fields/filter/filter-model';
import { sectionOperators } from '@/fields/filter/section-operators';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { placeable } from './layout-model';
import layout from './layouts.module.css';

export interface SectionConditionProps {
  object: ObjectInfo;
  condition: Filter | undefined;
  onChange: (condition: Filter | undefined) => void;
}

/** For which records a section is shown: for all of them, until a condition is made. */
export function SectionCondition({ object, condition, onChange }: SectionConditionProps) {
  const t = useText();
  const catalogue = useCatalogue();
  const [added, setAdded] = useState(false);
  const known = placeable(object, 'detail');
  const columns = filterableColumns(object, catalogue).filter((column) => known.includes(column.path) && sectionOperators(column.field).length > 0);
  const first = columns.find((column) => column.field.options?.length) ?? columns[0];
  if (!condition) {
    return (
      first && (
        <Button
          small
          kind="quiet"
          icon="filter"
          className={layout.condition}
          onClick={() => {
            setAdded(true);
            onChange({ and: [newCondition(first.path, first.field, sectionOperators)] });
          }}
        >
          {t('setup.section_always')}
        </Button>
      )
    );
  }
  const { joiner, parts } = groupOf(condition);
  return (
    <p className={layout.condition}>
      {t('setup.section_when')} <FilterChip part={joiner === 'and' ? { and: parts } : { or: parts }} object={object} columns={columns} operatorsOf={sectionOperators} open={added} onChange={(next) => onChange(next ?? undefined)} />
    </p>
  );
}
