import { textFieldInput } from '../text-field-input';

export const TextInput = textFieldInput();
