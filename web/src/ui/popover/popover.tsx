import { type ReactElement, type ReactNode, useState } from 'react';
import { late } from '@/lib/late';

export interface PopoverProps {
  open: boolean;
  onChange: (open: boolean) => void;
  /** The control it belongs to; it must take a ref. */
  target: ReactElement<{ autoFocus?: boolean }>;
  children: ReactNode;
  /** Spoken name of the panel. */
  label: string;
  position?: 'bottom-start' | 'bottom-end';
  className?: string;
}

const OpenedPopover = late(async () => (await import('./floating-popover')).FloatingPopover, ({ target }: PopoverProps) => target);

/** A panel beside its control, made when it is first opened. */
export function Popover(props: PopoverProps) {
  const [made, setMade] = useState(false);
  if (props.open && !made) setMade(true);
  return made ? <OpenedPopover {...props} /> : props.target;
}
