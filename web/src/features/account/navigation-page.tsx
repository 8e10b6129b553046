import { useQueryClient } from '@tanstack/react-query';
import { reasonOf } from '@/api/api-error';
import { useCatalogue, useMe, usePersonal } from '@/api/catalogue';
import { objectGroups, usualArrangement } from '@/api/object-groups';
import { arrangeObjects, type ObjectArrangement } from '@/api/personal';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { IconButton } from '@/ui/button/icon-button';
import { announce } from '@/ui/announcer/announce';
import { Checkbox } from '@/ui/input/checkbox';
import { PageBar } from '@/ui/page/page-bar';
import { useToast } from '@/ui/toast/use-toast';
import styles from './account.module.css';

/** In which order the objects stand in one's navigation, and which of them stand aside. */
export function NavigationPage() {
  const t = useText();
  const me = useMe();
  const toast = useToast();
  const queries = useQueryClient();
  const catalogue = useCatalogue();
  const { objects: arrangement } = usePersonal();
  const { order, hidden } = arrangement;
  const groups = objectGroups(catalogue, me, { order, hidden: [] });

  const arrange = (change: (before: ObjectArrangement) => ObjectArrangement) => void arrangeObjects(queries, change).catch((thrown: unknown) => toast({ text: reasonOf(thrown), failed: true }));
  const show = (name: string, shown: boolean) => arrange((before) => ({ ...before, hidden: shown ? before.hidden.filter((each) => each !== name) : [...before.hidden, name] }));
  const move = (name: string, by: 1 | -1) =>
    arrange((before) => {
      const names = objectGroups(catalogue, me, { order: before.order, hidden: [] }).map(({ objects }) => objects.map((each) => each.name));
      const group = names.find((each) => each.includes(name)) ?? [];
      const to = group.indexOf(name) + by;
      if (to < 0 || to >= group.length) return before;
      announce(t('account.navigation_place', { name: catalogue.find(name)?.plural_label ?? '', place: to + 1, count: group.length }));
      const moved = group.filter((each) => each !== name).toSpliced(to, 0, name);
      return { ...before, order: names.flatMap((each) => (each === group ? moved : each)) };
    });
  return (
    <>
      <PageBar title={t('account.navigation')} actions={<Button disabled={order.length + hidden.length === 0} onClick={() => arrange(() => usualArrangement)}>{t('account.navigation_usual')}</Button>}>
        <h1>{t('account.navigation')}</h1>
      </PageBar>
      <div className={styles.page}>
        <p className={styles.lead}>{t('account.navigation_lead', { hidden: t('frame.group_hidden') })}</p>
        {groups.map(({ id, objects }) => (
          <section key={id} className={styles.section} aria-label={t(`frame.group_${id}`)}>
            <h2>{t(`frame.group_${id}`)}</h2>
            <ul className={styles.entries}>
              {objects.map(({ name, plural_label: label }, index) => (
                <li key={name}>
                  <Checkbox checked={!hidden.includes(name)} onChange={(event) => show(name, event.target.checked)}>
                    {label}
                  </Checkbox>
                  <span className={styles.moves}>
                    <IconButton icon="chevron-up" small label={t('account.navigation_up', { name: label })} disabled={index === 0} onClick={() => move(name, -1)} />
                    <IconButton icon="chevron-down" small label={t('account.navigation_down', { name: label })} disabled={index === objects.length - 1} onClick={() => move(name, 1)} />
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
