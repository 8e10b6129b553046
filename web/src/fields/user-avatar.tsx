import { usePhoto } from '@/api/photos';
import { PersonAvatar } from '@/ui/avatar/person-avatar';

export interface UserAvatarProps {
  /** Nobody's for what the system did. */
  id: string | null;
  name: string;
  /** Pixels. */
  size?: number;
}

/** Somebody who works here, where no record that names them came with their photo. */
export function UserAvatar({ id, name, size }: UserAvatarProps) {
  return <PersonAvatar name={name} size={size} src={usePhoto(id)} />;
}
