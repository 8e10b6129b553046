import { useState } from 'react';
import { useText } from '@/i18n/use-text';
import { IconButton } from '@/ui/button/icon-button';
import { TextInput, type TextInputProps } from '@/ui/input/text-input';
import styles from './login.module.css';

/** A password that can be looked at while it is typed. */
export function PasswordInput(props: Omit<TextInputProps, 'type' | 'dir'>) {
  const t = useText();
  const [shown, setShown] = useState(false);
  return (
    <span className={styles.password}>
      <TextInput {...props} type={shown ? 'text' : 'password'} dir="ltr" />
      <IconButton icon={shown ? 'eye-off' : 'eye'} small label={t(shown ? 'login.hide_password' : 'login.show_password')} onClick={() => setShown(!shown)} />
    </span>
  );
}
