import { textOperators } from '../operator-sets';

export const operators = textOperators;
