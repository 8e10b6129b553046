import { useNavigate } from '@tanstack/react-router';
import { allowed, useCatalogue, useMe, usePersonal } from '@/api/catalogue';
import { objectGroups } from '@/api/object-groups';
import { iconNamed } from '@/ui/icon/icons';
import type { MenuItem } from '@/ui/menu/menu';

/** The kinds of records that the person may make, as entries of a menu. */
export function useCreateTypes(): MenuItem[] {
  const catalogue = useCatalogue();
  const me = useMe();
  const { objects } = usePersonal();
  const navigate = useNavigate();
  return objectGroups(catalogue, me, objects)
    .flatMap((group) => group.objects)
    .filter((object) => allowed(me, object.name, 'create') && object.name !== 'file')
    .map((object) => ({
      id: object.name,
      label: object.label,
      icon: iconNamed(object.icon),
      run: () => void navigate({ to: '.', search: (before) => ({ ...before, create: object.name, preset: undefined }) }),
    }));
}
