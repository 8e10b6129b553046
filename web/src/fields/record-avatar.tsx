import type { ObjectInfo } from '@/api/types';
import { ObjectTile } from '@/ui/avatar/object-tile';
import { OrganizationAvatar } from '@/ui/avatar/organization-avatar';
import { PersonAvatar } from '@/ui/avatar/person-avatar';

export interface RecordAvatarProps {
  object: ObjectInfo | undefined;
  /** Name of the record. */
  name: string;
  /** Pixels. */
  size?: number;
}

/** People are round, organisations square with a letter, all other records a tile with their object's icon. */
export function RecordAvatar({ object, name, size = 20 }: RecordAvatarProps) {
  const person = object?.fields.some((field) => field.name === 'last_name');
  if (person) return <PersonAvatar name={name} size={size} />;
  if (object?.name === 'account') return <OrganizationAvatar name={name} size={size} />;
  return <ObjectTile icon={object?.icon ?? ''} tint={object?.tint} size={size} />;
}
