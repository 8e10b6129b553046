import { useMemo, useState } from 'react';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { type Command, useCommands } from '@/ui/command/use-commands';
import { Kbd } from '@/ui/kbd/kbd';
import { Menu } from '@/ui/menu/menu';
import { useCreateTypes } from './use-create-types';
import styles from './frame.module.css';

/** Makes a record of any kind. Its key opens it, too. */
export function NewMenu() {
  const t = useText();
  const [opened, setOpened] = useState(false);
  const types = useCreateTypes();
  const commands = useMemo<Command[]>(
    () => [{ id: 'new', label: t('frame.new'), icon: 'plus', group: t('commands.create'), keys: 'c', keysOnly: true, run: () => setOpened(true) }],
    [t],
  );
  useCommands(commands);
  return (
    <Menu
      opened={opened}
      onChange={setOpened}
      target={
        <Button kind="primary" icon="plus" className={styles.new}>
          {t('frame.new')}
          <Kbd>C</Kbd>
        </Button>
      }
      sections={() => [{ items: types }]}
    />
  );
}
