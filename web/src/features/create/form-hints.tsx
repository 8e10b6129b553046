import { Link } from '@tanstack/react-router';
import { allowed, fieldOf, useMe } from '@/api/catalogue';
import type { Json, ObjectInfo, RecordData } from '@/api/types';
import { RecordAvatar } from '@/fields/record-avatar';
import { useReasonText } from '@/fields/use-reason-text';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { useLikelyDuplicates, useProposedAccount } from '@/api/likely-duplicates';
import { AccountHint } from './account-hint';
import styles from './create.module.css';

export interface FormHintsProps {
  object: ObjectInfo;
  values: RecordData;
  /** Whether it was not saved because of those that are there. */
  refused: boolean;
  onChange: (changes: Record<string, Json>) => void;
  /** Takes what was typed over into the record of that id instead of making another one. */
  onMerge: (id: string) => void;
  /** Makes the contact out of the lead of that id, which is the same person. */
  onConvert: (id: string) => void;
}

/** On a small screen the reason is seen at once. */
const intoView = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'nearest' });

/** What is noticed while one types: who may be there already, and the company that a mail address is of. */
export function FormHints({ object, values, refused, onChange, onMerge, onConvert }: FormHintsProps) {
  const t = useText();
  const me = useMe();
  const why = useReasonText();
  const likely = useLikelyDuplicates(object, values);
  const proposed = useProposedAccount(object, values);
  const field = fieldOf(object, 'account_id');
  return (
    <div role="status">
      {proposed && field && <AccountHint field={field} proposed={proposed} onChange={onChange} />}
      {likely.length > 0 && (
        <div className={styles.likely}>
          <p>{t('create.likely', { count: likely.length })}</p>
          {refused && <p ref={intoView}>{t('create.is_there')}</p>}
          <ul>
            {likely.map((each) => (
              <li key={each.id}>
                <RecordAvatar object={each.object} name={each.name} size={20} />
                <Link to="/o/$object/$id" params={{ object: each.object.name, id: each.id }} target="_blank">
                  <bdi>{each.name}</bdi>
                </Link>
                <small>
                  {each.object.name !== object.name && `${each.object.label} · `}
                  {why(object, each)}
                </small>
                {each.object.name === object.name && allowed(me, object.name, 'update') && (
                  <Button small icon="arrow-merge" aria-label={t('merge.into', { name: each.name })} onClick={() => onMerge(each.id)}>
                    {t('duplicates.merge')}
                  </Button>
                )}
                {each.object.name === 'lead' && object.name === 'contact' && allowed(me, 'lead', 'update') && (
                  <Button small icon="arrow-right" aria-label={t('convert.title', { name: each.name })} onClick={() => onConvert(each.id)}>
                    {t('convert.menu')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
