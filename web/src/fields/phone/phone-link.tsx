import { usePlain } from '../plain';
import styles from '../fields.module.css';
import { usePhoneText } from './phone-text';

/** A number that dials when it is pressed. It runs from left to right in every language. */
export function PhoneLink({ stored }: { stored: string }) {
  const text = usePhoneText(stored);
  if (usePlain()) return <bdi dir="ltr">{text}</bdi>;
  return (
    <a href={`tel:${stored}`} dir="ltr" className={styles.link} onClick={(event) => event.stopPropagation()}>
      {text}
    </a>
  );
}
