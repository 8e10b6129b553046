import { textFieldInput } from '../text-field-input';

export const EncryptedTextInput = textFieldInput({ autoComplete: 'off' });
