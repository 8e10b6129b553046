import { useRecordNames } from '@/api/record-names';
import { mentionsIn, safeHtml, withNames } from '@/lib/html';
import type { CellProps } from '../field-kit';
import styles from '../fields.module.css';

/** Who is mentioned in it is called as they are called now. */
export function RichTextCell({ value }: CellProps) {
  const html = safeHtml(String(value));
  const names = useRecordNames(mentionsIn(html));
  return <span className={styles.rich} dir="auto" dangerouslySetInnerHTML={{ __html: withNames(html, new Map(names.map(({ id, name }) => [id, name]))) }} />;
}
