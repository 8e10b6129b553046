import { Modal } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { classNames } from '@/lib/class-names';
import { useText } from '@/i18n/use-text';
import { IconButton } from '../button/icon-button';
import { useSheet } from '../touch/use-sheet';
import type { DialogProps } from './dialog';
import styles from './dialog.module.css';

/** The dialogs that are open, the topmost last. */
const open: object[] = [];

/** Answers whether the dialog is the topmost one: every dialog hears Esc, and the one below must not go with it. */
function useTopmost(): () => boolean {
  const self = useRef({});
  useEffect(() => {
    const { current } = self;
    open.push(current);
    // Not before the others have heard the key that closed it.
    return () => void setTimeout(() => open.splice(open.indexOf(current), 1));
  }, []);
  return () => open.at(-1) === self.current;
}

/**
 * What a dialog is made of. Focus stays inside, Esc closes, focus returns.
 *
 * A press beside it closes it, too, and so does pulling a sheet down, until something was typed: that is not lost by a slip.
 */
export function ModalDialog({ title, mark, onClose, footer, onSubmit, wide, children }: DialogProps) {
  const t = useText();
  const [typed, setTyped] = useState(false);
  const isTopmost = useTopmost();
  const sheet = useSheet(onClose, !typed);
  return (
    <Modal.Root
      opened
      onClose={() => isTopmost() && onClose()}
      unstyled
      closeOnClickOutside={!typed}
      transitionProps={{ duration: 0 }}
      classNames={{ overlay: styles.scrim, inner: styles.inner, content: classNames(styles.dialog, wide && styles.wide) }}
    >
      <Modal.Overlay />
      <Modal.Content>
        <form
          className={styles.form}
          noValidate
          onChange={() => setTyped(true)}
          onSubmit={(event) => {
            event.preventDefault();
            event.stopPropagation();
            onSubmit?.();
          }}
        >
          <div className={styles.head} {...sheet}>
            {mark}
            <Modal.Title>{title}</Modal.Title>
            <IconButton icon="x" label={t('common.close')} small onClick={onClose} />
          </div>
          <div className={styles.body}>{children}</div>
          {footer && <div className={styles.foot}>{footer}</div>}
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
