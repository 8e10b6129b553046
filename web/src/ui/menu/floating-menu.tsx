import { Menu as Floating } from '@mantine/core';
import { cloneElement, Fragment } from 'react';
import { Icon } from '../icon/icon';
import { Kbd } from '../kbd/kbd';
import type { MenuProps } from './menu';
import styles from './menu.module.css';

export interface FloatingMenuProps extends Pick<MenuProps, 'target' | 'sections' | 'position'> {
  opened: boolean;
  onChange: (opened: boolean) => void;
}

const pointers = ['mousedown', 'touchstart'];

/** A menu that was opened once, and its button. */
export function FloatingMenu({ target, sections, position, opened, onChange }: FloatingMenuProps) {
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
      {/* Made, the button is another one: the focus goes along. */}
      <Floating.Target>{cloneElement(target, { autoFocus: true })}</Floating.Target>
      <Floating.Dropdown>
        {sections().map((section, index) => (
          <Fragment key={section.label ?? index}>
            {index > 0 && <Floating.Divider />}
            {section.label && <Floating.Label>{section.label}</Floating.Label>}
            {section.items.map((item) => {
              const common = { disabled: item.disabled, onClick: item.run, mod: { danger: item.danger }, closeMenuOnClick: true };
              const content = (
                <>
                  {item.icon && <Icon name={item.icon} size={15} />}
                  <span className={styles.text}>{item.label}</span>
                  {item.shortcut && <Kbd>{item.shortcut}</Kbd>}
                  {item.checked && <Icon name="check" size={14} />}
                </>
              );
              return item.checked === undefined ? (
                <Floating.Item key={item.id} {...common}>
                  {content}
                </Floating.Item>
              ) : (
                <Floating.RadioItem key={item.id} {...common} value={item.id} checked={item.checked} checkIcon={<></>}>
                  {content}
                </Floating.RadioItem>
              );
            })}
          </Fragment>
        ))}
      </Floating.Dropdown>
    </Floating>
  );
}
