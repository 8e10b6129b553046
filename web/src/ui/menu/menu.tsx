import { Menu as Floating } from '@mantine/core';
import { cloneElement, Fragment, type HTMLAttributes, type ReactElement, useState } from 'react';
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
  target: ReactElement<HTMLAttributes<HTMLElement>>;
  sections: () => MenuSection[];
  position?: 'bottom-start' | 'bottom-end';
  /** Whether it is open, when something besides its target opens it too. */
  opened?: boolean;
  onChange?: (opened: boolean) => void;
}

const pointers = ['mousedown', 'touchstart'];

/** A menu that is made when it is first opened: where there are hundreds, making them all is most of the drawing. */
export function Menu({ target, sections, position = 'bottom-end', opened, onChange }: MenuProps) {
  const [own, setOwn] = useState(false);
  const [made, setMade] = useState(false);
  const open = opened ?? own;
  const change = (next: boolean) => {
    setOwn(next);
    onChange?.(next);
  };
  if (open && !made) setMade(true);
  if (!made) return cloneElement(target, { 'aria-haspopup': 'menu', 'aria-expanded': false, onClick: () => change(true) });
  return (
    <Floating
      unstyled
      opened={open}
      onChange={change}
      position={position}
      offset={4}
      transitionProps={{ duration: 0 }}
      // Not keys: the one that opens it is pressed outside of it.
      clickOutsideEvents={pointers}
      classNames={{ dropdown: styles.menu, item: styles.item, label: styles.label, divider: styles.divider }}
    >
      {/* Made, the button is another one: the focus goes along. */}
      <Floating.Target>{cloneElement(target, { autoFocus: true })}</Floating.Target>
      <Floating.Dropdown>
        {sections().map((section, index) => (
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
