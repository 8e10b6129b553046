import { Menu as Floating } from '@mantine/core';
import { Fragment, type ReactElement } from 'react';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';
import { Kbd } from '../kbd/kbd';
import styles from './menu.module.css';

export interface MenuItem {
  id: string;
  label: string;
  icon?: IconName;
  /** Marked as the one that holds now. */
  checked?: boolean;
  danger?: boolean;
  disabled?: boolean;
  shortcut?: string;
  run: () => void;
}

export interface MenuSection {
  /** Heading; none for sections that explain themselves. */
  label?: string;
  items: MenuItem[];
}

export interface MenuProps {
  /** The control that opens it; it must take a ref. */
  target: ReactElement;
  sections: MenuSection[];
  position?: 'bottom-start' | 'bottom-end';
  /** Whether it is open, when something besides its target opens it too. */
  opened?: boolean;
  onChange?: (opened: boolean) => void;
}

const pointers = ['mousedown', 'touchstart'];

export function Menu({ target, sections, position = 'bottom-end', opened, onChange }: MenuProps) {
  return (
    <Floating
      unstyled
      opened={opened}
      onChange={onChange}
      position={position}
      offset={4}
      transitionProps={{ duration: 0 }}
      // Not keys: the one that opens it is pressed outside of it.
      clickOutsideEvents={pointers}
      classNames={{ dropdown: styles.menu, item: styles.item, label: styles.label, divider: styles.divider }}
    >
      <Floating.Target>{target}</Floating.Target>
      <Floating.Dropdown>
        {sections.map((section, index) => (
          <Fragment key={section.label ?? index}>
            {index > 0 && <Floating.Divider />}
            {section.label && <Floating.Label>{section.label}</Floating.Label>}
            {section.items.map((item) => (
              <Floating.Item
                key={item.id}
                disabled={item.disabled}
                onClick={item.run}
                mod={{ danger: item.danger }}
                role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
                aria-checked={item.checked}
              >
                {item.icon && <Icon name={item.icon} size={15} />}
                <span className={styles.text}>{item.label}</span>
                {item.shortcut && <Kbd>{item.shortcut}</Kbd>}
                {item.checked && <Icon name="check" size={14} />}
              </Floating.Item>
            ))}
          </Fragment>
        ))}
      </Floating.Dropdown>
    </Floating>
  );
}
