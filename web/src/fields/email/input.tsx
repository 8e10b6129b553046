import { textFieldInput } from '../text-field-input';

export const EmailInput = textFieldInput({ type: 'email', dir: 'ltr', autoComplete: 'off' });
