import { useEffect, useRef } from 'react';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { safeHtml } from '@/lib/html';
import { IconButton } from '@/ui/button/icon-button';
import type { InputProps } from '../field-kit';
import { Note } from '@/ui/note/note';
import styles from '../fields.module.css';
import { MentionOptions } from './mention-options';
import { keepWhole } from './typed-mention';
import { useMentions } from './use-mentions';

/** Bold and lists are enough for notes; what is pasted loses everything else. */
export function RichTextInput({ id, field, value, onChange, invalid, describedBy, autoFocus }: InputProps) {
  const t = useText();
  const editor = useRef<HTMLDivElement>(null);
  const first = useRef(String(value ?? ''));
  useEffect(() => {
    if (!editor.current) return;
    editor.current.innerHTML = safeHtml(first.current);
    editor.current.querySelectorAll<HTMLElement>('[data-mention]').forEach(keepWhole);
    if (autoFocus) editor.current.focus();
  }, [autoFocus]);

  const read = () => onChange(editor.current?.textContent?.trim() ? safeHtml(editor.current.innerHTML) : null);
  // The one editing command interface that every browser has; the result is cleaned before it is kept.
  const format = (command: string) => {
    document.execCommand(command);
    editor.current?.focus();
    read();
  };
  const mentions = useMentions(editor, read);
  const names = `${id}-names`;
  return (
    <div>
      <div className={styles.tools}>
        <IconButton icon="bold" small label={t('field.bold')} onClick={() => format('bold')} />
        <IconButton icon="list" small label={t('field.bullets')} onClick={() => format('insertUnorderedList')} />
      </div>
      <div
        ref={editor}
        id={id}
        role="textbox"
        aria-multiline="true"
        aria-label={field.label}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        contentEditable
        suppressContentEditableWarning
        dir="auto"
        className={classNames(styles.rich, styles.editor)}
        aria-autocomplete="list"
        aria-controls={mentions.options.length > 0 ? names : undefined}
        aria-activedescendant={mentions.options.length > 0 ? `${names}-${String(mentions.active)}` : undefined}
        onKeyDown={mentions.press}
        onBlur={mentions.close}
        onInput={() => {
          read();
          mentions.read();
        }}
        onPaste={(event) => {
          event.preventDefault();
          document.execCommand('insertText', false, event.clipboardData.getData('text/plain'));
        }}
      />
      {mentions.at && mentions.options.length > 0 && <MentionOptions id={names} options={mentions.options} active={mentions.active} at={mentions.at} onChoose={mentions.choose} />}
      <div role="status" className={styles.untold}>{mentions.unseeing.length > 0 && <Note kind="warning">{t('mention.not_told', { names: mentions.unseeing.map(({ name }) => name).join(', ') })}</Note>}</div>
    </div>
  );
}
