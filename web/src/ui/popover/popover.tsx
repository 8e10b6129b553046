import { Popover as Floating } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from '@/lib/class-names';
import styles from './popover.module.css';

export interface PopoverProps {
  open: boolean;
  onChange: (open: boolean) => void;
  /** The control it belongs to; it must take a ref. */
  target: ReactElement;
  children: ReactNode;
  /** Spoken name of the panel. */
  label: string;
  position?: 'bottom-start' | 'bottom-end';
  className?: string;
}

/** A panel beside its control. Esc and a press outside close it, focus goes in and returns. */
export function Popover({ open, onChange, target, children, label, position = 'bottom-start', className }: PopoverProps) {
  return (
    <Floating unstyled opened={open} onChange={onChange} position={position} offset={4} trapFocus returnFocus transitionProps={{ duration: 0 }} classNames={{ dropdown: classNames(styles.panel, className) }}>
      <Floating.Target>{target}</Floating.Target>
      <Floating.Dropdown aria-label={label}>{children}</Floating.Dropdown>
    </Floating>
  );
}
