import { useCallback } from 'react';
import { useCatalogue, useDeclaredCatalogue } from '@/api/catalogue';
import type { ObjectInfo } from '@/api/types';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';

const kinds: Record<string, string> = { name: 'name', address: 'address', 'e-mail address': 'email', 'telephone number': 'phone', 'web domain': 'domain' };

/** How likely two records are the same and why, in the person's language. */
export function useReasonText(): (object: ObjectInfo, likely: { score: number; reasons: string[] }) => string {
  const t = useText();
  const formats = useFormats();
  const catalogue = useCatalogue();
  const declared = useDeclaredCatalogue();
  return useCallback(
    (object, { score, reasons }) => {
      // The server says "same date of birth": what is alike is one of a few kinds, or a field by its label.
      const say = (reason: string) => {
        const [likeness = '', what = ''] = reason.split(/ (.*)/, 2);
        const field = declared.find(object.name)?.fields.find((each) => each.label.toLowerCase() === what);
        const label = catalogue.find(object.name)?.fields.find((each) => each.name === field?.name)?.label;
        return t('duplicates.reason', { likeness, kind: kinds[what] ?? 'other', label: label === undefined || label === field?.label ? what : label });
      };
      return [formats.percent(score), ...reasons.map(say)].join(' · ');
    },
    [t, formats, catalogue, declared],
  );
}
