import { createContext, type ReactNode, useContext } from 'react';

/** What the frame puts at the end of every page's bar. */
export interface PageTools {
  /** What one was told. */
  bell: ReactNode;
  account: ReactNode;
  /** Makes a record of any kind, on pages that have no action of their own. */
  create: ReactNode;
}

export const PageToolsContext = createContext<PageTools>({ bell: null, account: null, create: null });

export const usePageTools = () => useContext(PageToolsContext);
