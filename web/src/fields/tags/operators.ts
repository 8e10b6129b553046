import { setOperators } from '../operator-sets';

export const operators = setOperators;
