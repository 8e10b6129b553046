import { type ComponentType, useEffect, useState } from 'react';

const parts = new Set<() => Promise<unknown>>();

/** Has all late parts come, so that none is waited for when it is wanted. */
export function loadLateParts(): void {
  // A part that cannot come now says so when it is wanted.
  parts.forEach((load) => load().catch(() => undefined));
}

/**
 * A component whose code comes when it is wanted, or at leisure before; until then what stands in for it is drawn, or nothing.
 *
 * Not `lazy`: that shows what stands in for a third of a second once it has shown it, however soon the code is there.
 */
export function late<Props extends object>(load: () => Promise<ComponentType<Props>>, StandIn?: ComponentType<Props>): ComponentType<Props> {
  let come: ComponentType<Props> | undefined;
  let coming: Promise<ComponentType<Props>> | undefined;
  const loaded = () =>
    (coming ??= load().then(
      (Part) => (come = Part),
      (error: unknown) => {
        coming = undefined;
        throw error;
      },
    ));
  parts.add(loaded);
  return function Late(props: Props) {
    const [Part, setPart] = useState(() => come);
    const [failure, setFailure] = useState<{ error: unknown }>();
    useEffect(() => {
      if (!Part) loaded().then((part) => setPart(() => part), (error: unknown) => setFailure({ error }));
    }, [Part]);
    if (failure) throw failure.error;
    if (Part) return <Part {...props} />;
    return StandIn ? <StandIn {...props} /> : null;
  };
}
