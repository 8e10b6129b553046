import { lazy, Suspense } from 'react';
import type { InputProps } from '../field-kit';

// How every country writes its addresses comes when one is written.
const AddressParts = lazy(async () => ({ default: (await import('./address-parts')).AddressParts }));

export function AddressInput(props: InputProps) {
  return (
    <Suspense>
      <AddressParts {...props} />
    </Suspense>
  );
}
