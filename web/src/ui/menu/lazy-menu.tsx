import { cloneElement, type HTMLAttributes, type ReactElement, useState } from 'react';
import { Menu, type MenuSection } from './menu';

export interface LazyMenuProps {
  /** The button that opens it; it must take a ref. */
  target: ReactElement<HTMLAttributes<HTMLElement>>;
  sections: () => MenuSection[];
}

/** A menu that is made when it is first opened: where there are hundreds, making them all is most of the drawing. */
export function LazyMenu({ target, sections }: LazyMenuProps) {
  const [made, setMade] = useState(false);
  const [opened, setOpened] = useState(false);
  // The button is another one from then on: the focus goes along.
  if (made) return <Menu target={cloneElement(target, { autoFocus: true })} sections={sections()} opened={opened} onChange={setOpened} />;
  return cloneElement(target, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onClick: () => {
      setMade(true);
      setOpened(true);
    },
  });
}
