import { useText } from '@/i18n/use-text';
import { readableKeys } from '@/ui/command/key-sequence';
import { useCommandList } from '@/ui/command/use-commands';
import { Dialog } from '@/ui/dialog/dialog';
import { Kbd } from '@/ui/kbd/kbd';
import styles from './commands.module.css';

/** Every shortcut that holds on this page, made from the same list as the bindings. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const t = useText();
  const bound = useCommandList().filter((command) => command.keys);
  const groups = [...new Set(bound.map((command) => command.group))];
  return (
    <Dialog title={t('frame.shortcuts')} onClose={onClose} wide>
      <div className={styles.sheet}>
        {groups.map((group) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {bound
                .filter((command) => command.group === group)
                .map((command) => (
                  <div key={command.id}>
                    <dt>{command.label}</dt>
                    <dd>
                      {readableKeys(command.keys ?? '').map((key, index) => (
                        <Kbd key={index}>{key}</Kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
