import { Popover as Floating } from '@mantine/core';
import { cloneElement } from 'react';
import { classNames } from '@/lib/class-names';
import type { PopoverProps } from './popover';
import styles from './popover.module.css';

/** The panel itself. Esc and a press outside close it, focus goes in and returns. */
export function FloatingPopover({ open, onChange, target, children, label, position = 'bottom-start', className }: PopoverProps) {
  return (
    <Floating unstyled opened={open} onChange={onChange} position={position} offset={4} trapFocus returnFocus transitionProps={{ duration: 0 }} classNames={{ dropdown: classNames(styles.panel, className) }}>
      {/* Made, the control is another one: the focus goes along. */}
      <Floating.Target>{cloneElement(target, { autoFocus: true })}</Floating.Target>
      <Floating.Dropdown aria-label={label}>{children}</Floating.Dropdown>
    </Floating>
  );
}
