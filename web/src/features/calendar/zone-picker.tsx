import { useState } from 'react';
import { useText } from '@/i18n/use-text';
import { rank } from '@/lib/rank';
import { Checkbox } from '@/ui/input/checkbox';
import { SearchInput } from '@/ui/input/search-input';
import { ButtonPopover } from '@/ui/popover/button-popover';
import { cityOf, mostZones } from './other-zones';
import styles from './calendar.module.css';

export interface ZonePickerProps {
  zones: readonly string[];
  /** The person's own, which is always there. */
  own: string;
  onChange: (zones: string[]) => void;
}

/** In which other time zones the hours of the day are told. */
export function ZonePicker(props: ZonePickerProps) {
  const t = useText();
  const { length } = props.zones;
  return (
    <ButtonPopover label={t('calendar.zones')} text={length > 0 ? t('calendar.zones_count', { count: length + 1 }) : undefined} button={{ icon: 'world' }}>
      <Zones {...props} />
    </ButtonPopover>
  );
}

const shownAtOnce = 40;
const words = (zone: string) => zone.replaceAll(/[/_]/g, ' ');

function Zones({ zones, own, onChange }: ZonePickerProps) {
  const t = useText();
  const [wanted, setWanted] = useState('');
  // What was chosen before it was opened stands first, and stays there.
  const [first] = useState(zones);
  const typed = wanted.trim();
  const others = Intl.supportedValuesOf('timeZone').filter((zone) => zone !== own && !first.includes(zone));
  const found = typed ? others.filter((zone) => rank(typed, words(zone)) > 10).toSorted((one, other) => rank(typed, words(other)) - rank(typed, words(one))) : others;
  return (
    <>
      <SearchInput aria-label={t('calendar.find_zone')} placeholder={t('calendar.find_zone')} value={wanted} onChange={(event) => setWanted(event.target.value)} />
      <ul className={styles.people}>
        {[...first, ...found].slice(0, shownAtOnce).map((zone) => (
          <li key={zone}>
            <Checkbox
              checked={zones.includes(zone)}
              disabled={zones.length >= mostZones && !zones.includes(zone)}
              onChange={(event) => onChange(event.target.checked ? [...zones, zone] : zones.filter((each) => each !== zone))}
            >
              <span>
                {cityOf(zone)} <small className={styles.area}>{words(zone.split('/')[0] ?? '')}</small>
              </span>
            </Checkbox>
          </li>
        ))}
      </ul>
    </>
  );
}
