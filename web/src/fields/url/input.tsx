import { textFieldInput } from '../text-field-input';

export const UrlInput = textFieldInput({ type: 'url', dir: 'ltr', autoComplete: 'off' });
