import { Link } from '@tanstack/react-router';
import { reasonOf } from '@/api/api-error';
import { useMe } from '@/api/catalogue';
import { useText } from '@/i18n/use-text';
import { changePreferences, usePreferences } from '@/lib/preferences';
import { Button } from '@/ui/button/button';
import { Icon } from '@/ui/icon/icon';
import { Checkbox } from '@/ui/input/checkbox';
import { Note } from '@/ui/note/note';
import { PageBar } from '@/ui/page/page-bar';
import { Panel } from '@/ui/panel/panel';
import { EmptyState } from '@/ui/state/empty-state';
import { CompanyForm } from './company-form';
import { useChecklist } from './use-checklist';
import { useSamples } from './use-samples';
import styles from './start.module.css';

/** The first things to do: name the company, see a filled board, then make the workspace one's own, step by step. */
export function StartPage() {
  const t = useText();
  const me = useMe();
  const items = useChecklist();
  const samples = useSamples();
  const { started, startHidden } = usePreferences();
  if (!me.administrator) return <EmptyState title={t('setup.closed')} text={t('setup.closed_text')} />;
  const done = items.filter((item) => item.done).length;
  const failed = samples.add.error ?? samples.remove.error;
  return (
    <>
      <PageBar title={t('start.title')}>
        <h1>{t('start.title')}</h1>
      </PageBar>
      <div className={styles.page}>
        <Panel title={t('start.basics')}>
          <CompanyForm />
        </Panel>
        <Panel title={t('start.samples')}>
          <div className={styles.block}>
            <p>{t(samples.there ? 'start.samples_there' : 'start.samples_text')}</p>
            {failed && <Note kind="danger">{reasonOf(failed)}</Note>}
            <div className={styles.row}>
              {samples.there ? (
                <>
                  <Link to="/o/$object/board" params={{ object: 'opportunity' }} className={styles.link}>
                    {t('start.see_board')}
                  </Link>
                  <Button icon="trash" busy={samples.remove.isPending} onClick={() => samples.remove.mutate()}>
                    {t('start.remove_samples')}
                  </Button>
                </>
              ) : (
                <Button icon="plus" busy={samples.add.isPending} disabled={!samples.known} onClick={() => samples.add.mutate()}>
                  {t('start.add_samples')}
                </Button>
              )}
            </div>
          </div>
        </Panel>
        <Panel title={t('start.checklist')} count={t('list.selected_of', { selected: done, count: items.length })}>
          <progress className={styles.progress} max={items.length} value={done} aria-label={t('start.checklist')} />
          <ul className={styles.items}>
            {items.map((item) => (
              <li key={item.id}>
                <Checkbox
                  round
                  aria-label={t(item.label)}
                  checked={item.done}
                  onChange={(event) => changePreferences({ started: event.target.checked ? [...started, item.id] : started.filter((id) => id !== item.id) })}
                />
                <Icon name={item.icon} />
                <span>
                  <strong data-done={item.done || undefined}>{t(item.label)}</strong>
                  <small>{t(item.text)}</small>
                </span>
                <Link {...item.link} className={styles.link} onClick={() => changePreferences({ started: [...new Set([...started, ...(item.id === 'pipeline' || item.id === 'rights' ? [item.id] : [])])] })}>
                  {t('common.open')}
                  <span className={styles.hidden}> {t(item.label)}</span>
                </Link>
              </li>
            ))}
          </ul>
          <div className={styles.block}>
            <Checkbox checked={startHidden} onChange={(event) => changePreferences({ startHidden: event.target.checked })}>
              {t('start.hide')}
            </Checkbox>
          </div>
        </Panel>
      </div>
    </>
  );
}
