import type { InputProps } from '../field-kit';
import { LabelledEntriesInput } from '../labelled-entries-input';

export function MultiPhoneInput(props: InputProps) {
  return <LabelledEntriesInput {...props} kind="phone" />;
}
