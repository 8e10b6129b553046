import { flagOperators } from '../operator-sets';

export const operators = flagOperators;
