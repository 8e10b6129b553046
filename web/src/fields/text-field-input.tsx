import type { ComponentType } from 'react';
import { TextInput, type TextInputProps } from '@/ui/input/text-input';
import type { InputProps } from './field-kit';

/** The control of a type whose value is one line of text, with what is particular to that type. */
export function textFieldInput(particular: Pick<TextInputProps, 'type' | 'dir' | 'autoComplete'> = {}): ComponentType<InputProps> {
  return function TextFieldInput({ id, field, value, onChange, invalid, describedBy, autoFocus }: InputProps) {
    return (
      <TextInput
        {...particular}
        id={id}
        value={String(value ?? '')}
        maxLength={field.length || undefined}
        invalid={invalid}
        aria-describedby={describedBy}
        autoFocus={autoFocus}
        onChange={(event) => onChange(event.target.value || null)}
      />
    );
  };
}
