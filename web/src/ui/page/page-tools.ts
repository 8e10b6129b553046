import { createContext, type ReactNode, useContext } from 'react';

/** What stands at the end of every page's bar: the frame puts the account there. */
export const PageToolsContext = createContext<ReactNode>(null);

export const usePageTools = () => useContext(PageToolsContext);
