import { presenceOperators } from '../operator-sets';

export const operators = presenceOperators;
