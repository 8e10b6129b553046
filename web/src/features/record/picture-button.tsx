import { type ClipboardEvent, type DragEvent, useRef, useState } from 'react';
import { allowed, useMe } from '@/api/catalogue';
import { nameOf } from '@/api/columns';
import { setsOwnPhoto } from '@/api/photos';
import { isPerson, pictureFieldOf, pictureOf } from '@/api/pictures';
import type { ObjectInfo, RecordData } from '@/api/types';
import { isEditable } from '@/fields/field-kits';
import { RecordAvatar } from '@/fields/record-avatar';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { Icon } from '@/ui/icon/icon';
import { Menu } from '@/ui/menu/menu';
import { usePicture } from './use-picture';
import styles from './record.module.css';

export interface PictureButtonProps {
  object: ObjectInfo;
  record: RecordData;
  /** Pixels. */
  size: number;
}

/** The avatar in the head of a record. Where one may, it is pressed to choose a picture, and takes one that is dropped or pasted there. */
export function PictureButton({ object, record, size }: PictureButtonProps) {
  const t = useText();
  const me = useMe();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const field = pictureFieldOf(object);
  const { busy, set, remove } = usePicture(object, record, field);
  const name = nameOf(record, object);
  const picture = pictureOf(record, object);
  const avatar = <RecordAvatar object={object} name={name} size={size} picture={picture} />;
  const may = allowed(me, object.name, 'update') || (object.name === 'user' && setsOwnPhoto(me, record.id));
  if (!field || !isEditable(field) || !may || !allowed(me, 'file', 'create')) return avatar;

  // What lands here is the picture; anywhere else on the page it would be a file of the record.
  function take(event: ClipboardEvent | DragEvent, files: FileList | undefined) {
    if (!files?.length) return;
    event.preventDefault();
    event.stopPropagation();
    setOver(false);
    set(files[0]);
  }
  return (
    <span
      className={classNames(styles.picture, isPerson(object) && styles.round, over && styles.pictureOver)}
      onPaste={(event) => take(event, event.clipboardData.files)}
      onDragEnter={(event) => setOver(event.dataTransfer.types.includes('Files'))}
      onDragOver={(event) => event.preventDefault()}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => take(event, event.dataTransfer.files)}
    >
      <Menu
        position="bottom-start"
        target={
          <button type="button" aria-label={t('picture.of', { name })} aria-busy={busy || undefined}>
            {avatar}
            <span className={styles.pictureSign} aria-hidden="true">
              <Icon name="camera" size={Math.round(size * 0.45)} />
            </span>
          </button>
        }
        sections={() => [
          {
            label: t('picture.ways'),
            items: [
              { id: 'choose', label: t('picture.choose'), icon: 'upload', disabled: busy, run: () => input.current?.click() },
              ...(picture ? [{ id: 'remove', label: t('picture.remove'), icon: 'x' as const, disabled: busy, run: remove }] : []),
            ],
          },
        ]}
      />
      <input
        ref={input}
        type="file"
        hidden
        accept="image/*"
        aria-label={t('picture.choose')}
        onChange={(event) => {
          set(event.target.files?.[0]);
          // The same one can be chosen again.
          event.target.value = '';
        }}
      />
    </span>
  );
}
