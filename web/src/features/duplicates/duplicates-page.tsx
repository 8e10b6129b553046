import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { findsDuplicates } from '@/api/likely-duplicates';
import { useCatalogue } from '@/api/catalogue';
import { useText } from '@/i18n/use-text';
import { Icon } from '@/ui/icon/icon';
import { PageBar } from '@/ui/page/page-bar';
import { Segmented } from '@/ui/segmented/segmented';
import { EmptyState } from '@/ui/state/empty-state';
import { PairList } from './pair-list';
import styles from './duplicates.module.css';

/** Records of an object that are likely the same, in pairs: merged, or told apart; and those that were. */
export function DuplicatesPage() {
  const t = useText();
  const { object: name } = useParams({ from: '/frame/o/$object/duplicates' });
  const { different = false } = useSearch({ from: '/frame/o/$object/duplicates' });
  const navigate = useNavigate();
  const object = useCatalogue().find(name);
  if (!object) return <EmptyState page title={t('error.no_object')} text={t('error.no_object_text', { name })} />;
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
        {findsDuplicates(object) ? (
          <>
            <div>
              <Segmented
                label={t('duplicates.show')}
                selected={different ? 'different' : 'likely'}
                choices={[
                  { id: 'likely', label: t('duplicates.show_likely') },
                  { id: 'different', label: t('duplicates.show_different') },
                ]}
                onSelect={(id) => void navigate({ to: '.', search: (before) => ({ ...before, different: id === 'different' || undefined }) })}
              />
            </div>
            <PairList key={`${object.name} ${different}`} object={object} different={different} />
          </>
        ) : (
          <EmptyState title={t('duplicates.no_rules', { objects: object.plural_label })} text={t('duplicates.no_rules_text')} />
        )}
      </div>
    </>
  );
}
