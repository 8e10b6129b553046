import { Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useId, useState } from 'react';
import { useText } from '@/i18n/use-text';
import { readableKeys } from '@/ui/command/key-sequence';
import { Icon } from '@/ui/icon/icon';
import { Kbd } from '@/ui/kbd/kbd';
import { PaletteEntryRow } from './palette-entry-row';
import { usePaletteEntries } from './use-palette-entries';
import styles from './commands.module.css';

/** One box from which to go, find, create and do. Arrow keys choose, Enter runs, with Ctrl or Command in a new tab. */
export function Palette({ onClose }: { onClose: () => void }) {
  const t = useText();
  const id = useId();
  const [text, setText] = useState('');
  const [wanted] = useDebouncedValue(text, 120);
  const { entries, searching } = usePaletteEntries(text.trim(), wanted.trim());
  const [index, setIndex] = useState(0);
  const chosen = Math.min(index, entries.length - 1);

  function run(at: number, newTab = false) {
    const entry = entries[at];
    if (!entry) return;
    onClose();
    if (newTab && entry.href) window.open(entry.href, '_blank', 'noopener');
    else entry.run();
  }
  function onKeyDown(event: React.KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setIndex((chosen + step + entries.length) % Math.max(entries.length, 1));
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      run(chosen, event.ctrlKey || event.metaKey);
    }
  }
  return (
    <Modal.Root opened onClose={onClose} unstyled transitionProps={{ duration: 0 }} classNames={{ overlay: styles.scrim, inner: styles.inner, content: styles.palette }}>
      <Modal.Overlay />
      <Modal.Content aria-label={t('commands.palette')}>
        <div className={styles.box}>
          <Icon name="search" size={18} />
          <input
            data-autofocus
            role="combobox"
            aria-expanded="true"
            aria-controls={`${id}-list`}
            aria-activedescendant={entries[chosen] ? `${id}-${chosen}` : undefined}
            aria-label={t('commands.palette')}
            placeholder={t('commands.placeholder')}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setIndex(0);
            }}
            onKeyDown={onKeyDown}
          />
          {searching && <span className={styles.hint}>{t('common.searching')}</span>}
        </div>
        <div id={`${id}-list`} role="listbox" aria-label={t('commands.results')} className={styles.entries}>
          {entries.map((entry, at) => (
            <PaletteEntryRow key={entry.id} id={`${id}-${at}`} entry={entry} heading={entry.group !== entries[at - 1]?.group} chosen={at === chosen} onChoose={() => setIndex(at)} onRun={(newTab) => run(at, newTab)} />
          ))}
        </div>
        {entries.length === 0 && <p className={styles.nothing}>{t(searching ? 'common.searching' : 'commands.nothing')}</p>}
        <footer className={styles.keys}>
          <span>
            <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t('commands.move')}
          </span>
          <span>
            <Kbd>↵</Kbd> {t('commands.open')}
          </span>
          <span>
            <Kbd>{readableKeys('mod+↵')[0] ?? ''}</Kbd> {t('commands.new_tab')}
          </span>
          <span>
            <Kbd>esc</Kbd> {t('commands.close')}
          </span>
        </footer>
      </Modal.Content>
    </Modal.Root>
  );
}
