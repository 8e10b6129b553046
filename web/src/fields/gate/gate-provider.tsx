import { type ReactNode, useCallback, useState } from 'react';
import { useText } from '@/i18n/use-text';
import { Icon } from '@/ui/icon/icon';
import { RecordFormDialog } from '../record-form-dialog';
import { type AskMissing, GateCancelled, GateContext } from './gate-context';

interface Open {
  question: Parameters<AskMissing>[0];
  resolve: (saved: unknown) => void;
  reject: (reason: Error) => void;
}

/** Holds the dialog that asks for what a stage needs, wherever the move was made. */
export function GateProvider({ children }: { children: ReactNode }) {
  const t = useText();
  const [open, setOpen] = useState<Open | null>(null);
  const ask = useCallback<AskMissing>((question) => new Promise((resolve, reject) => setOpen({ question, resolve, reject })), []);
  return (
    <GateContext.Provider value={ask}>
      {children}
      {open && (
        <RecordFormDialog
          title={t('gate.title', { name: open.question.name })}
          mark={<Icon name="lock" size={18} />}
          fields={open.question.fields}
          initial={open.question.record}
          required={open.question.fields.map((field) => field.name)}
          submit={t('gate.move')}
          onSubmit={async (changes) => {
            open.resolve(await open.question.save(changes));
            setOpen(null);
          }}
          onClose={() => {
            open.reject(new GateCancelled());
            setOpen(null);
          }}
        />
      )}
    </GateContext.Provider>
  );
}
