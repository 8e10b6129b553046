import { useMe } from '@/api/catalogue';
import type { ObjectInfo } from '@/api/types';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { Note } from '@/ui/note/note';
import { useViewActions } from './use-view-actions';
import { viewRights } from './view-rights';
import type { ViewState } from './view-state';
import styles from './views.module.css';

/** Says what a view asks for that is not there; whose view it is may save what is left. */
export function DroppedNote({ object, view }: { object: ObjectInfo; view: ViewState }) {
  const t = useText();
  const me = useMe();
  const { locale } = useFormats();
  const actions = useViewActions(object);
  const rights = viewRights(view.saved, me);
  const names = view.dropped.map(({ part, path }) => t(`list.dropped_${part}`, { field: path }));
  return (
    <div className={styles.said}>
      <Note
        kind="warning"
        action={
          rights.own &&
          rights.change && (
            <Button small onClick={() => actions.attempt(actions.save(view.shown))}>
              {t('common.save')}
            </Button>
          )
        }
      >
        {t('list.dropped', { names: new Intl.ListFormat(locale).format(names) })}
      </Note>
    </div>
  );
}
