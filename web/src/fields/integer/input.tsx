import type { InputProps } from '../field-kit';
import { NumberInput } from '../number-input';

export function IntegerInput(props: InputProps) {
  return <NumberInput {...props} />;
}
