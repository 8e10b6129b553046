import { useNavigate } from '@tanstack/react-router';
import { allowed, useCatalogue, useMe } from '@/api/catalogue';
import { iconNamed } from '@/ui/icon/icons';
import type { MenuItem } from '@/ui/menu/menu';
import { objectGroups } from './object-links';

/** The kinds of records that the person may make, as entries of a menu. */
export function useCreateTypes(): MenuItem[] {
  const catalogue = useCatalogue();
  const me = useMe();
  const navigate = useNavigate();
  return objectGroups(catalogue, me)
    .flatMap((group) => group.objects)
    .filter((object) => allowed(me, object.name, 'create') && object.name !== 'file')
    .map((object) => ({
      id: object.name,
      label: object.label,
      icon: iconNamed(object.icon),
      run: () => void navigate({ to: '.', search: (before) => ({ ...before, create: object.name, preset: undefined }) }),
    }));
}
