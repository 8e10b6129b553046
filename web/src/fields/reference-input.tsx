import { late } from '@/lib/late';
import { TextInput } from '@/ui/input/text-input';
import type { InputProps } from './field-kit';

/** Finds the record to refer to by typing a part of its name. */
export const ReferenceInput = late(async () => (await import('./reference-combobox')).ReferenceCombobox, ({ id }: InputProps) => <TextInput id={id} disabled />);
