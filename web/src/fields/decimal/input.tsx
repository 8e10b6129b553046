import type { InputProps } from '../field-kit';
import { NumberInput } from '../number-input';

export function DecimalInput(props: InputProps) {
  return <NumberInput {...props} />;
}
