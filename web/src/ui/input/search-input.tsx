import { Icon } from '../icon/icon';
import { TextInput, type TextInputProps } from './text-input';
import styles from './input.module.css';

/** A box that narrows down what is shown beside it. */
export function SearchInput(props: TextInputProps) {
  return (
    <span className={styles.search}>
      <Icon name="search" size={14} />
      <TextInput type="search" {...props} />
    </span>
  );
}
