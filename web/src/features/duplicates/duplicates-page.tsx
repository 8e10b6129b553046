import { Link, useParams } from '@tanstack/react-router';
import { findsDuplicates } from '@/api/likely-duplicates';
import { useCatalogue } from '@/api/catalogue';
import { useText } from '@/i18n/use-text';
import { Icon } from '@/ui/icon/icon';
import { PageBar } from '@/ui/page/page-bar';
import { EmptyState } from '@/ui/state/empty-state';
import { PairList } from './pair-list';
import styles from './duplicates.module.css';

/** Records of an object that are likely the same, in pairs: merged, or told apart. */
export function DuplicatesPage() {
  const t = useText();
  const { object: name } = useParams({ from: '/frame/o/$object/duplicates' });
  const object = useCatalogue().find(name);
  if (!object) return <EmptyState title={t('error.no_object')} text={t('error.no_object_text', { name })} />;
  return (
    <>
      <PageBar title={t('duplicates.of', { objects: object.plural_label })}>
        <Link to="/o/$object" params={{ object: object.name }} activeOptions={{ exact: true }}>
          {object.plural_label}
        </Link>
        <Icon name="chevron-right" size={14} />
        <h1>{t('duplicates.title')}</h1>
      </PageBar>
      <div className={styles.page}>
        {findsDuplicates(object) ? <PairList key={object.name} object={object} /> : <EmptyState title={t('duplicates.no_rules', { objects: object.plural_label })} text={t('duplicates.no_rules_text')} />}
      </div>
    </>
  );
}
