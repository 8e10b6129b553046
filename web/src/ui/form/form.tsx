import type { ReactNode } from 'react';
import { Button } from '../button/button';
import { Note } from '../note/note';

export interface FormProps {
  /** Why it was refused, when it was. */
  error?: string;
  /** What the button says. */
  submit: string;
  busy: boolean;
  disabled?: boolean;
  onSubmit: () => void;
  className?: string;
  children: ReactNode;
}

/** Fields on a page with the button that saves them, and the reason above them when they are refused. */
export function Form({ error, submit, busy, disabled, onSubmit, className, children }: FormProps) {
  return (
    <form
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {error && <Note kind="danger">{error}</Note>}
      {children}
      <div>
        <Button kind="primary" type="submit" busy={busy} disabled={disabled}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
