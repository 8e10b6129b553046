import type { CSSProperties } from 'react';
import { createPortal } from 'react-dom';
import type { Mentionable } from '@/api/mentions';
import { useCatalogue } from '@/api/catalogue';
import { useText } from '@/i18n/use-text';
import { RecordAvatar } from '../record-avatar';
import styles from '../fields.module.css';

export interface MentionOptionsProps {
  id: string;
  options: readonly Mentionable[];
  active: number;
  /** Where the name is being typed, in the window. */
  at: DOMRect;
  onChoose: (option: Mentionable) => void;
}

const [width, height, gap] = [300, 270, 4];

/** Below what is typed, or above it where there is no room. */
function placeBeside({ left, top, bottom }: DOMRect): CSSProperties {
  const below = bottom + height < window.innerHeight;
  return { width, left: Math.max(gap, Math.min(left, window.innerWidth - width - 2 * gap)), ...(below ? { top: bottom + gap } : { bottom: window.innerHeight - top + gap }) };
}

/** Who can be mentioned; the focus stays in the text. It lies over everything: the text may stand in a box that scrolls. */
export function MentionOptions({ id, options, active, at, onChoose }: MentionOptionsProps) {
  const t = useText();
  const catalogue = useCatalogue();
  return createPortal(
    <ul id={id} role="listbox" aria-label={t('mention.options')} className={styles.mentions} style={placeBeside(at)}>
      {options.map((option, index) => (
        <li
          key={option.id}
          id={`${id}-${String(index)}`}
          role="option"
          aria-selected={index === active}
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(option);
          }}
        >
          <RecordAvatar object={catalogue.find(option.object)} name={option.name} size={20} />
          <bdi>{option.name}</bdi>
          {!option.sees && <small>{t('mention.not_seen')}</small>}
        </li>
      ))}
    </ul>,
    document.getElementById('main') ?? document.body,
  );
}
