import { useCallback } from 'react';
import { useCatalogue } from '@/api/catalogue';
import type { DuplicateReason } from '@/api/likely-duplicates';
import type { ObjectInfo } from '@/api/types';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';

// What is compared in a way of its own has a word of its own; all else is called as its field is.
const kinds: Record<string, string> = { person: 'name', company: 'name', address: 'address', email: 'email', phone: 'phone', domain: 'domain' };

/** How likely two records are the same and why, in the person's language; `object` is the one by whose rules they were compared. */
export function useReasonText(): (object: ObjectInfo, likely: { score: number; reasons: readonly DuplicateReason[] }) => string {
  const t = useText();
  const formats = useFormats();
  const catalogue = useCatalogue();
  return useCallback(
    (object, { score, reasons }) => {
      const say = ({ likeness, as, field, message }: DuplicateReason) => {
        const label = catalogue.find(object.name)?.fields.find((each) => each.name === field)?.label;
        return t('duplicates.reason', { likeness, kind: kinds[as] ?? 'other', label: label ?? message });
      };
      return [formats.percent(score), ...reasons.map(say)].join(' · ');
    },
    [t, formats, catalogue],
  );
}
