import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useContext, useState } from 'react';
import { findMentionable, type Mentionable, MentionContext } from '@/api/mentions';
import { putMention, type TypedMention, typedMention } from './typed-mention';

/** Offers names behind an "@"; `onPut` is called when one was put into the text. */
export function useMentions(editor: RefObject<HTMLElement | null>, onPut: () => void) {
  const about = useContext(MentionContext);
  const [typed, setTyped] = useState<TypedMention | null>(null);
  const [active, setActive] = useState(0);
  const wanted = typed?.wanted ?? '';
  const { data: options = [] } = useQuery({
    queryKey: ['mentionable', about?.object, about?.id, wanted] as const,
    queryFn: () => (about ? findMentionable(about, wanted) : []),
    enabled: about !== undefined && typed !== null,
    staleTime: 60_000,
  });
  const [unseeing, setUnseeing] = useState<Mentionable[]>([]);
  const shown = typed ? options : [];

  function choose(option: Mentionable) {
    if (typed) putMention(typed, option);
    setTyped(null);
    if (!option.sees) setUnseeing((before) => [...before.filter(({ id }) => id !== option.id), option]);
    onPut();
  }
  return {
    options: shown,
    at: typed?.range.getBoundingClientRect(),
    active,
    choose,
    /** Who stands in the text and will not be told. */
    unseeing: unseeing.filter(({ id }) => editor.current?.querySelector(`[data-mention="${id}"]`)),
    read: () => {
      setTyped(about && editor.current ? typedMention(editor.current) : null);
      setActive(0);
    },
    close: () => setTyped(null),
    /** Answers whether the key was meant for the names. */
    press: (event: KeyboardEvent): boolean => {
      const option = shown[active];
      if (!option) return false;
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setActive((active + (event.key === 'ArrowDown' ? 1 : shown.length - 1)) % shown.length);
      else if (event.key === 'Enter' || event.key === 'Tab') choose(option);
      else if (event.key === 'Escape') setTyped(null);
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}
