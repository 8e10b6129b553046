import { createContext, useContext } from 'react';

export interface Toast {
  text: string;
  /** Something was refused or lost its way; it says why. */
  failed?: boolean;
  /** What there is to say besides, in lines that are shown when somebody asks for them. */
  details?: readonly string[];
  /** Takes back what the toast tells of. When it fails, a toast says so. */
  undo?: () => Promise<unknown>;
}

export type ShowToast = (toast: Toast) => void;

export const ToastContext = createContext<ShowToast>(() => undefined);

export const useToast = () => useContext(ToastContext);
