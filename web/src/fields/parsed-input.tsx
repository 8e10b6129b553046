import { useState } from 'react';
import type { Json } from '@/api/types';
import { TextInput, type TextInputProps } from '@/ui/input/text-input';
import type { InputProps } from './field-kit';

export interface ParsedInputProps extends InputProps {
  /** The value as it is written when editing begins. */
  written: string;
  /** What was typed as a value; undefined when it is none, and then it is sent as it is, so that the server says why. */
  parse: (typed: string) => Json | undefined;
  /** What is particular to the type. */
  particular?: Pick<TextInputProps, 'inputMode' | 'placeholder' | 'onFocus'>;
}

/** One line that is read while it is typed, and stays as it was typed. */
export function ParsedInput({ id, onChange, invalid, describedBy, autoFocus, written, parse, particular }: ParsedInputProps) {
  const [text, setText] = useState(written);
  return (
    <TextInput
      {...particular}
      id={id}
      dir="ltr"
      autoComplete="off"
      value={text}
      invalid={invalid}
      aria-describedby={describedBy}
      autoFocus={autoFocus}
      onChange={(event) => {
        const typed = event.target.value;
        setText(typed);
        onChange(typed.trim() === '' ? null : (parse(typed) ?? typed));
      }}
    />
  );
}
