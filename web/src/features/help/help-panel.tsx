import { useLocation } from '@tanstack/react-router';
import { marked } from 'marked';
import { useEffect, useMemo, useRef } from 'react';
import { useText } from '@/i18n/use-text';
import { IconButton } from '@/ui/button/icon-button';
import { Select } from '@/ui/input/select';
import { titleOf, type Topic, topicFor, topics } from './topics';
import styles from './help.module.css';

export interface HelpPanelProps {
  /** The topic that was asked for; without it, the one that the page is about. */
  topic: string;
  onTopic: (topic: string | undefined) => void;
}

/** Help beside the page. It is read while one goes on working; Esc closes it. */
export function HelpPanel({ topic, onTopic }: HelpPanelProps) {
  const t = useText();
  const panel = useRef<HTMLElement>(null);
  const path = useLocation({ select: (location) => location.pathname });
  const shown: Topic = topic in topics ? (topic as Topic) : topicFor(path);
  // The texts are our own and come with the app; links between documents lead nowhere here.
  const html = useMemo(() => (marked.parse(topics[shown], { async: false })).replace(/<a href="(?!https?:)[^"]*">(.*?)<\/a>/g, '$1').replace(/<(\/?)h([1-5])/g, (_, end: string, level: string) => `<${end}h${Number(level) + 1}`).replace(/<pre>/g, '<pre tabindex="0">'), [shown]);
  useEffect(() => panel.current?.focus(), []);
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      className={styles.panel}
      aria-label={t('commands.help')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onTopic(undefined);
      }}
    >
      <header>
        <Select aria-label={t('help.topic')} value={shown} options={(Object.keys(topics) as Topic[]).map((each) => ({ value: each, label: titleOf(each) }))} onChange={(event) => onTopic(event.target.value)} />
        <IconButton icon="x" label={t('common.close')} onClick={() => onTopic(undefined)} />
      </header>
      <div className={styles.text} role="region" aria-label={titleOf(shown)} tabIndex={0} lang="en" dir="ltr" dangerouslySetInnerHTML={{ __html: html }} />
    </aside>
  );
}
