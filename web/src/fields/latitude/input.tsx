import type { InputProps } from '../field-kit';
import { NumberInput } from '../number-input';

export function LatitudeInput(props: InputProps) {
  return <NumberInput {...props} />;
}
