import { textFieldInput } from '../text-field-input';

export const PhoneInput = textFieldInput({ type: 'tel', dir: 'ltr', autoComplete: 'off' });
