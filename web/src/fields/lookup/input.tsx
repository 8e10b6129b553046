import type { InputProps } from '../field-kit';
import { ReferenceInput } from '../reference-input';

export function LookupInput(props: InputProps) {
  return <ReferenceInput {...props} />;
}
