import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useCatalogue } from '@/api/catalogue';
import { useText } from '@/i18n/use-text';
import { ObjectTile } from '@/ui/avatar/object-tile';
import { classNames } from '@/lib/class-names';
import { Button } from '@/ui/button/button';
import { SearchInput } from '@/ui/input/search-input';
import { PageBar } from '@/ui/page/page-bar';
import { Tag } from '@/ui/tag/tag';
import { rank } from '@/lib/rank';
import { NewObjectDialog } from './new-object-dialog';
import styles from './setup.module.css';

/** All objects, ours and the organization's own. */
export function SetupPage() {
  const t = useText();
  const { objects } = useCatalogue();
  const [wanted, setWanted] = useState('');
  const [making, setMaking] = useState(false);
  const shown = objects.filter((object) => !wanted.trim() || rank(wanted.trim(), object.label) > 10).toSorted((one, other) => one.number - other.number);
  return (
    <>
      <PageBar
        title={t('setup.objects')}
        actions={
          <Button kind="primary" icon="plus" onClick={() => setMaking(true)}>
            {t('setup.new_object')}
          </Button>
        }
      >
        <h1>{t('setup.objects')}</h1>
      </PageBar>
      <div className={styles.page}>
        <div className={styles.find}>
          <SearchInput aria-label={t('setup.find_object')} placeholder={t('setup.find_object')} value={wanted} onChange={(event) => setWanted(event.target.value)} />
        </div>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('setup.object')}</th>
              <th scope="col">{t('setup.name')}</th>
              <th scope="col" className={styles.end}>
                {t('setup.fields')}
              </th>
              <th scope="col" className={styles.aside}>
                {t('setup.description')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((object) => (
              <tr key={object.name}>
                <th scope="row">
                  <span className={styles.named}>
                    <ObjectTile icon={object.icon} tint={object.tint} size={24} />
                    <Link to="/setup/$object" params={{ object: object.name }}>
                      {object.label}
                    </Link>
                    {object.custom && <Tag meaning="info">{t('setup.custom')}</Tag>}
                  </span>
                </th>
                <td>
                  <code>{object.name}</code>
                </td>
                <td className={styles.end}>{object.fields.length}</td>
                <td className={classNames(styles.faint, styles.aside)}>{object.description}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {making && <NewObjectDialog onClose={() => setMaking(false)} />}
    </>
  );
}
