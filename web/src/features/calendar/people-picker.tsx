import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '@/api/catalogue';
import { shortListQuery } from '@/api/records';
import { useText } from '@/i18n/use-text';
import { rank } from '@/lib/rank';
import { Checkbox } from '@/ui/input/checkbox';
import { SearchInput } from '@/ui/input/search-input';
import { ButtonPopover } from '@/ui/popover/button-popover';
import styles from './calendar.module.css';

export interface PeoplePickerProps {
  people: string[];
  onChange: (people: string[]) => void;
}

/** Whose calendars lie over each other. One's own is there from the start. */
export function PeoplePicker(props: PeoplePickerProps) {
  const t = useText();
  const { length } = props.people;
  return (
    <ButtonPopover label={t('calendar.people')} text={length > 1 ? t('setup.people_count', { count: length }) : undefined} button={{ icon: 'users-group' }}>
      <People {...props} />
    </ButtonPopover>
  );
}

function People({ people, onChange }: PeoplePickerProps) {
  const t = useText();
  const me = useMe();
  const [wanted, setWanted] = useState('');
  const { data } = useQuery(
    shortListQuery({ object: 'user', fields: ['id', 'name'], filter: { and: [{ field: 'active', op: '=', value: true }, { field: 'kind', op: '!=', value: 'queue' }] }, sort: 'name', limit: 500 }),
  );
  const shown = (data ?? []).filter((each) => !wanted.trim() || rank(wanted.trim(), String(each.name)) > 10).toSorted((one, other) => Number(other.id === me.user.id) - Number(one.id === me.user.id));
  return (
    <>
      <SearchInput aria-label={t('setup.find_user')} placeholder={t('setup.find_user')} value={wanted} onChange={(event) => setWanted(event.target.value)} />
      <ul className={styles.people}>
        {shown.slice(0, 50).map((each) => (
          <li key={each.id}>
            <Checkbox checked={people.includes(each.id)} onChange={(event) => onChange(event.target.checked ? [...people, each.id] : people.filter((id) => id !== each.id))}>
              <bdi>{String(each.name)}</bdi>
            </Checkbox>
          </li>
        ))}
      </ul>
    </>
  );
}
