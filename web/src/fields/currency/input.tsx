import type { InputProps } from '../field-kit';
import { NumberInput } from '../number-input';

export function CurrencyInput(props: InputProps) {
  return <NumberInput {...props} />;
}
