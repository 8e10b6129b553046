import { createContext, useContext } from 'react';

/** True inside of a row that is a link as a whole: values are told there, and lead nowhere of their own. */
export const PlainContext = createContext(false);

export const usePlain = () => useContext(PlainContext);
