import { choiceOperators } from '../operator-sets';

export const operators = choiceOperators;
