import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { loadHelp } from '@/i18n/help';
import { locales, nearestLocale } from '@/i18n/locales';
import { useText } from '@/i18n/use-text';
import { IconButton } from '@/ui/button/icon-button';
import { Select } from '@/ui/input/select';
import { htmlOf } from './help-html';
import { textOf, type Topic, topicFor, topics } from './topics';
import styles from './help.module.css';

export interface HelpPanelProps {
  /** The topic that was asked for; without it, the one that the page is about. */
  topic: string;
  onTopic: (topic: string | undefined) => void;
}

const focus = (panel: HTMLElement | null) => panel?.focus();

/** Help beside the page, in the person's language. It is read while one goes on working; Esc closes it. */
export function HelpPanel({ topic, onTopic }: HelpPanelProps) {
  const t = useText();
  const locale = nearestLocale([useIntl().locale]);
  const path = useLocation({ select: (location) => location.pathname });
  // What was not read before cannot be loaded without a network: then the English is shown, which came with this panel.
  const { data: translated = {}, isPending } = useQuery({ queryKey: ['help', locale], queryFn: () => loadHelp(locale), staleTime: Infinity, networkMode: 'always', retry: false });
  const chosen = (topics as string[]).includes(topic) ? (topic as Topic) : topicFor(path);
  const shown = textOf(chosen, locale, translated);
  const html = useMemo(() => htmlOf(shown.text), [shown.text]);
  if (isPending) return null;
  return (
    <aside
      ref={focus}
      tabIndex={-1}
      className={styles.panel}
      aria-label={t('commands.help')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onTopic(undefined);
      }}
    >
      <header>
        <Select aria-label={t('help.topic')} value={chosen} options={topics.map((each) => ({ value: each, label: textOf(each, locale, translated).title }))} onChange={(event) => onTopic(event.target.value)} />
        <IconButton icon="x" label={t('common.close')} onClick={() => onTopic(undefined)} />
      </header>
      <div className={styles.text} role="region" aria-label={shown.title} tabIndex={0} lang={shown.language} dir={locales[shown.language].dir} dangerouslySetInnerHTML={{ __html: html }} />
    </aside>
  );
}
