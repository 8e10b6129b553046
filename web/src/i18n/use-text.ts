import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { MessageId } from './catalogues';
import { withinSentence } from './within-sentence';

export type TextValues = Record<string, string | number | Date | null | undefined>;
export type Text = (id: MessageId, values?: TextValues) => string;

/** The words of the app in the person's language: `t('list.count', { count: 3 })`. */
export function useText(): Text {
  const intl = useIntl();
  return useCallback((id, values) => intl.formatMessage({ id }, values && { ...withinSentence, ...values }), [intl]);
}
