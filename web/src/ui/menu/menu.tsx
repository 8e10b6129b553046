import { cloneElement, type HTMLAttributes, type ReactElement, useState } from 'react';
import { late } from '@/lib/late';
import type { IconName } from '../icon/icons';
import type { FloatingMenuProps } from './floating-menu';

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

const ClosedMenu = ({ target, onChange }: FloatingMenuProps) => cloneElement(target, { 'aria-haspopup': 'menu', 'aria-expanded': false, onClick: () => onChange(true) });

const OpenedMenu = late(async () => (await import('./floating-menu')).FloatingMenu, ClosedMenu);

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
  const Drawn = made ? OpenedMenu : ClosedMenu;
  return <Drawn target={target} sections={sections} position={position} opened={open} onChange={change} />;
}
