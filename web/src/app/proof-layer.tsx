import { useEffect, useState } from 'react';
import { onProofWanted } from '@/api/client';
import { late } from '@/lib/late';

const ProofDialog = late(async () => (await import('@/features/login/proof-dialog')).ProofDialog);

/** Asks who somebody is when a request wants to know it, over whatever is open: that waits, with what was typed in it. */
export function ProofLayer() {
  const [wanted, setWanted] = useState<{ answer: (proved: boolean) => void }>();
  useEffect(() => {
    onProofWanted(() => new Promise((answer) => setWanted({ answer })));
    return () => onProofWanted(() => Promise.resolve(false));
  }, []);
  // A page that goes away answers no.
  useEffect(() => () => wanted?.answer(false), [wanted]);
  if (!wanted) return null;
  return (
    <ProofDialog
      onEnd={(proved) => {
        wanted.answer(proved);
        setWanted(undefined);
      }}
    />
  );
}
