import { fieldOf, useDeclaredCatalogue } from '@/api/catalogue';
import type { Usage } from '@/api/types';
import { useText } from '@/i18n/use-text';

/** Tells of a place where something is used. */
export function useTold(): (use: Usage) => string {
  const t = useText();
  const catalogue = useDeclaredCatalogue();
  return ({ kind, name, object: where }) => {
    const user = catalogue.find(where);
    const label = (user && fieldOf(user, name)?.label) ?? user?.list_views.find((view) => view.name === name)?.label ?? name;
    return t('setup.use', { kind, name: label, object: user?.label ?? where });
  };
}
