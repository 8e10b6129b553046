import type { InputProps } from '../field-kit';
import { NumberInput } from '../number-input';

export function PercentInput(props: InputProps) {
  return <NumberInput {...props} />;
}
