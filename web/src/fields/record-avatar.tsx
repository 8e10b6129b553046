import { isPerson, pictureUrl } from '@/api/pictures';
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
  /** Id of the file with its picture. */
  picture?: string;
}

/** People are round, organisations square with a letter, all other records a tile with their object's icon. */
export function RecordAvatar({ object, name, size = 20, picture }: RecordAvatarProps) {
  const src = pictureUrl(picture);
  if (isPerson(object)) return <PersonAvatar name={name} size={size} src={src} />;
  if (object?.name === 'account') return <OrganizationAvatar name={name} size={size} src={src} />;
  return <ObjectTile icon={object?.icon ?? ''} tint={object?.tint} size={size} src={src} />;
}
