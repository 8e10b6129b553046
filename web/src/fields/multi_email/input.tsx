import type { InputProps } from '../field-kit';
import { LabelledEntriesInput } from '../labelled-entries-input';

export function MultiEmailInput(props: InputProps) {
  return <LabelledEntriesInput {...props} kind="email" />;
}
