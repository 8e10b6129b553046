import type { InputProps } from '../field-kit';
import { NumberInput } from '../number-input';

export function LongitudeInput(props: InputProps) {
  return <NumberInput {...props} />;
}
