import { useMe } from '@/api/catalogue';
import { DayInput } from '@/fields/date/day-input';
import { useText } from '@/i18n/use-text';
import { isDay } from '@/lib/day';
import { SearchInput } from '@/ui/input/search-input';
import { Select } from '@/ui/input/select';
import type { TimelineEntry } from './timeline-model';
import type { TimelineRange } from './use-timeline';
import styles from './timeline.module.css';

export interface TimelineFilterProps {
  /** The whole timeline: whoever stands there can be chosen. */
  entries: readonly TimelineEntry[];
  /** Words that an entry has. */
  wanted: string;
  range: TimelineRange;
  onWanted: (words: string) => void;
  onChange: (range: TimelineRange) => void;
}

/** Which entries are shown: with what words, whose, and of which days. */
export function TimelineFilter({ entries, wanted, range, onWanted, onChange }: TimelineFilterProps) {
  const t = useText();
  const me = useMe();
  const people = new Map<string, string>();
  for (const { record } of entries) {
    const { owner, owner_id: id } = record;
    const name = owner && typeof owner === 'object' && !Array.isArray(owner) ? owner.name : undefined;
    if (typeof id === 'string' && typeof name === 'string') people.set(id, id === me.user.id ? `${name} (${t('timeline.you')})` : name);
  }
  const options = [...people].map(([value, label]) => ({ value, label })).toSorted((one, other) => one.label.localeCompare(other.label));
  return (
    <div className={styles.range} role="search" aria-label={t('timeline.narrow')}>
      <SearchInput small aria-label={t('timeline.search')} placeholder={t('timeline.search')} value={wanted} onChange={(event) => onWanted(event.target.value)} />
      <Select small aria-label={t('timeline.person')} value={range.person ?? ''} empty={t('timeline.anybody')} options={options} onChange={(event) => onChange({ ...range, person: event.target.value || undefined })} />
      <DayInput small aria-label={t('timeline.from')} placeholder={t('timeline.from')} label={t('timeline.from')} value={range.from} onChange={(from) => onChange({ ...range, from: isDay(from) ? from : undefined })} />
      <DayInput small aria-label={t('timeline.until')} placeholder={t('timeline.until')} label={t('timeline.until')} value={range.until} onChange={(until) => onChange({ ...range, until: isDay(until) ? until : undefined })} />
    </div>
  );
}
