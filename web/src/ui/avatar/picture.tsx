import { useState } from 'react';
import styles from './avatar.module.css';

export interface PictureProps {
  /** Where it is. */
  src: string | undefined;
  /** Pixels. */
  size: number;
  /** Logos are shown whole; photos fill their place. */
  whole?: boolean;
}

/** Lies over initials or an icon, which stay in sight until it has arrived, and when it does not arrive. */
export function Picture({ src, ...shown }: PictureProps) {
  return src ? <Loaded key={src} src={src} {...shown} /> : null;
}

function Loaded({ src, size, whole }: PictureProps) {
  const [state, setState] = useState<'coming' | 'there' | 'failed'>('coming');
  if (state === 'failed') return null;
  return (
    <img
      className={styles.picture}
      data-there={state === 'there' || undefined}
      data-whole={whole || undefined}
      src={src}
      alt=""
      width={size}
      height={size}
      loading="lazy"
      decoding="async"
      draggable={false}
      onLoad={() => setState('there')}
      onError={() => setState('failed')}
    />
  );
}
