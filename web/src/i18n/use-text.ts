import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { MessageId } from './catalogues';
import { isolated } from './isolated';
import { locales, nearestLocale } from './locales';
import { withinSentence } from './within-sentence';

export type TextValues = Record<string, string | number | Date | null | undefined>;
export type Text = (id: MessageId, values?: TextValues) => string;

/** The words of the app in the person's language: `t('list.count', { count: 3 })`. */
export function useText(): Text {
  const intl = useIntl();
  const mirrored = locales[nearestLocale([intl.locale])].dir === 'rtl';
  return useCallback(
    (id, values) => {
      const message = intl.messages[id];
      return intl.formatMessage({ id }, values && { ...withinSentence, ...(mirrored && typeof message === 'string' ? isolated(message, values) : values) });
    },
    [intl, mirrored],
  );
}
