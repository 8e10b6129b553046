import { type ReactNode, useState } from 'react';
import { Button, type ButtonProps } from '../button/button';
import { Popover } from './popover';

export interface ButtonPopoverProps {
  /** Spoken name of the panel. */
  label: string;
  /** What the button says; the label by default. */
  text?: string;
  button: Pick<ButtonProps, 'icon' | 'small' | 'kind'>;
  /** Drawn while it is open. */
  children: ReactNode;
}

/** A button that opens a panel at its end. */
export function ButtonPopover({ label, text = label, button, children }: ButtonPopoverProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onChange={setOpen}
      label={label}
      position="bottom-end"
      target={
        <Button {...button} aria-expanded={open} onClick={() => setOpen(!open)}>
          {text}
        </Button>
      }
    >
      {children}
    </Popover>
  );
}
