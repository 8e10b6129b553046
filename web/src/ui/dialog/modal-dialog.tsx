import { Modal } from '@mantine/core';
import { useState } from 'react';
import { classNames } from '@/lib/class-names';
import { useText } from '@/i18n/use-text';
import { IconButton } from '../button/icon-button';
import { useSheet } from '../touch/use-sheet';
import type { DialogProps } from './dialog';
import styles from './dialog.module.css';

/**
 * What a dialog is made of. Focus stays inside, Esc closes, focus returns.
 *
 * A press beside it closes it, too, and so does pulling a sheet down, until something was typed: that is not lost by a slip.
 */
export function ModalDialog({ title, mark, onClose, footer, onSubmit, wide, children }: DialogProps) {
  const t = useText();
  const [typed, setTyped] = useState(false);
  const sheet = useSheet(onClose, !typed);
  return (
    <Modal.Root
      opened
      onClose={onClose}
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
