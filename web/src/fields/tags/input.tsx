import { late } from '@/lib/late';
import { TextInput } from '@/ui/input/text-input';
import type { InputProps } from '../field-kit';

/** Tags, each put there by typing. */
export const TagsInput = late(async () => (await import('./tags-combobox')).TagsCombobox, ({ id }: InputProps) => <TextInput id={id} disabled />);
