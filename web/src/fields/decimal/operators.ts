import { numberOperators } from '../operator-sets';

export const operators = numberOperators;
