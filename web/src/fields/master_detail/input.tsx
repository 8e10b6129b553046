import type { InputProps } from '../field-kit';
import { ReferenceInput } from '../reference-input';

export function MasterDetailInput(props: InputProps) {
  return <ReferenceInput {...props} />;
}
