import { dateOperators } from '../operator-sets';

export const operators = dateOperators;
