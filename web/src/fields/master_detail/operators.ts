import { referenceOperators } from '../operator-sets';

export const operators = referenceOperators;
