import { isTint } from '@/lib/tint';
import styles from './tints.module.css';

/** The class that sets the colours of a tint; stone for an unknown one. */
export function tintClass(tint: string | undefined | null): string {
  return styles[isTint(tint) ? tint : 'stone'] ?? '';
}
