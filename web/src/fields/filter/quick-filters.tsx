import { useQueries } from '@tanstack/react-query';
import { allOf } from '@/api/filter';
import { soqlQuery } from '@/api/soql';
import type { Filter, ObjectInfo } from '@/api/types';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { useFirstAnswers } from '@/lib/first-answers';
import { Icon } from '@/ui/icon/icon';
import { NextStepSign } from '@/ui/next-step/next-step-sign';
import { filterOf, groupOf } from './filter-model';
import { useQuickFilters } from './use-quick-filters';
import styles from './filter.module.css';

export interface QuickFiltersProps {
  object: ObjectInfo;
  /** What is shown: the buttons count in it. Undefined until that is known. */
  asked: Filter | null | undefined;
  /** What the person filters by, which a press adds to or takes from. */
  filter: Filter | null;
  onChange: (filter: Filter | null) => void;
}

const text = (filter: Filter) => JSON.stringify(filter);

/** How many need care, each a press away. */
export function QuickFilters({ object, asked, filter, onChange }: QuickFiltersProps) {
  const t = useText();
  const formats = useFormats();
  const quick = useQuickFilters(object);
  const enabled = useFirstAnswers() && asked !== undefined;
  const counts = useQueries({ queries: quick.map((each) => ({ ...soqlQuery(object.name, `SELECT COUNT(id) FROM ${object.name}`, allOf([asked ?? null, each.filter])), enabled })) });
  const group = groupOf(filter);
  const on = (part: Filter) => group.joiner === 'and' && group.parts.some((each) => text(each) === text(part));
  function toggle(part: Filter) {
    if (on(part)) return onChange(filterOf({ ...group, parts: group.parts.filter((each) => text(each) !== text(part)) }));
    onChange(group.joiner === 'and' ? filterOf({ ...group, parts: [...group.parts, part] }) : allOf([filter, part]));
  }
  const shown = quick.flatMap((each, index) => {
    const count = Number(counts[index]?.data?.[0]?.expr0 ?? 0);
    return count > 0 || on(each.filter) ? [{ ...each, count }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <div className={styles.quick} role="group" aria-label={t('quick.quick')}>
      {shown.map((each) => (
        <button key={each.id} type="button" aria-pressed={on(each.filter)} onClick={() => toggle(each.filter)}>
          {each.sign ? <NextStepSign state={each.sign} size={14} /> : each.icon && <Icon name={each.icon} size={14} />}
          {formats.number(each.count)} {each.label}
        </button>
      ))}
    </div>
  );
}
