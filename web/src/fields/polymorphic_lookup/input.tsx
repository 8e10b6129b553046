import type { InputProps } from '../field-kit';
import { ReferenceInput } from '../reference-input';

export function PolymorphicLookupInput(props: InputProps) {
  return <ReferenceInput {...props} />;
}
