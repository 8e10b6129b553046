import { createContext, useContext } from 'react';

export interface Toast {
  text: string;
  /** Something was refused or lost its way; it says why. */
  failed?: boolean;
  /** Takes back what the toast tells of. */
  undo?: () => void;
}

export type ShowToast = (toast: Toast) => void;

export const ToastContext = createContext<ShowToast>(() => undefined);

export const useToast = () => useContext(ToastContext);
