import { safeHtml } from '@/lib/html';
import type { CellProps } from '../field-kit';
import styles from '../fields.module.css';

export function RichTextCell({ value }: CellProps) {
  return <span className={styles.rich} dir="auto" dangerouslySetInnerHTML={{ __html: safeHtml(String(value)) }} />;
}
