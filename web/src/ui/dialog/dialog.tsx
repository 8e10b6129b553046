import type { ReactNode } from 'react';
import { late } from '@/lib/late';

export interface DialogProps {
  title: string;
  /** Drawn before the title, as a tile or an icon. */
  mark?: ReactNode;
  onClose: () => void;
  /** Buttons at the end of the dialog; the main one last. */
  footer?: ReactNode;
  /** Called on Enter in a field and by a submit button. */
  onSubmit?: () => void;
  /** 640 instead of 480 pixels. */
  wide?: boolean;
  children: ReactNode;
}

/** A question over the page; a sheet from below on phones. */
export const Dialog = late(async () => (await import('./modal-dialog')).ModalDialog);
