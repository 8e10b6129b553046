import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { useText } from '@/i18n/use-text';
import { Icon } from '@/ui/icon/icon';
import { Select } from '@/ui/input/select';
import { type SetupArea, setupGroups } from './setup-areas';
import styles from './layout.module.css';

const pathOf = (area: SetupArea) => area.to ?? `/setup/area/${area.id}`;
const addressOf = (area: SetupArea) => (area.to ? { to: area.to } : ({ to: '/setup/area/$area', params: { area: area.id } } as const));

/** The area that an address belongs to; the pages of single objects belong to the objects. */
function areaAt(path: string): string {
  const areas = setupGroups.flatMap((group) => group.areas);
  return (areas.find((area) => area.to !== '/setup' && path.startsWith(pathOf(area))) ?? areas.find((area) => area.to === '/setup'))?.id ?? '';
}

/** The parts of setup: a list at the side, on narrow screens one control that opens it. */
export function SetupNavigation() {
  const t = useText();
  const navigate = useNavigate();
  const current = areaAt(useLocation({ select: (location) => location.pathname }));
  const areas = setupGroups.flatMap((group) => group.areas);
  return (
    <>
      <nav className={styles.side} aria-label={t('setup.parts')}>
        {setupGroups.map((group) => (
          <div key={group.label} role="group" aria-label={t(group.label)}>
            <div className={styles.heading} aria-hidden="true">
              {t(group.label)}
            </div>
            {group.areas.map((area) => (
              <Link key={area.id} {...addressOf(area)} className={styles.link} activeOptions={{ exact: true, includeSearch: false }} aria-current={area.id === current ? 'page' : undefined}>
                <Icon name={area.icon} />
                <span>{t(area.label)}</span>
              </Link>
            ))}
          </div>
        ))}
      </nav>
      <div className={styles.narrow}>
        <Select
          aria-label={t('setup.parts')}
          value={current}
          options={areas.map((area) => ({ value: area.id, label: t(area.label) }))}
          onChange={(event) => {
            const area = areas.find((each) => each.id === event.target.value);
            if (area) void navigate(addressOf(area));
          }}
        />
      </div>
    </>
  );
}
