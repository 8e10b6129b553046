import { fieldOf } from '@/api/catalogue';
import { nameOf } from '@/api/columns';
import type { Json, ObjectInfo, RecordData } from '@/api/types';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { Icon } from '@/ui/icon/icon';
import { GateCancelled } from './gate/gate-context';
import { RecordFormDialog } from './record-form-dialog';

const asked = { won: ['close_date', 'amount'], lost: ['loss_reason', 'competitor', 'loss_note', 'revisit_date'] } as const;

export interface CloseDialogProps {
  object: ObjectInfo;
  record: RecordData;
  outcome: 'won' | 'lost';
  /** Throws when the server refuses. */
  onSubmit: (changes: Record<string, Json>) => Promise<unknown>;
  onClose: () => void;
}

/** Won asks when and for how much; lost asks why. The fields are those that the object has. */
export function CloseDialog({ object, record, outcome, onSubmit, onClose }: CloseDialogProps) {
  const t = useText();
  const { today } = useFormats();
  const fields = asked[outcome].map((name) => fieldOf(object, name)).filter((field) => field !== undefined).filter((field) => field.editable);
  const initial = outcome === 'won' && fieldOf(object, 'close_date') ? { ...record, close_date: today } : record;
  return (
    <RecordFormDialog
      title={t(outcome === 'won' ? 'close.won_title' : 'close.lost_title', { name: nameOf(record, object) })}
      mark={<Icon name={outcome === 'won' ? 'circle-check' : 'circle-x'} size={18} />}
      fields={fields}
      initial={initial}
      required={outcome === 'lost' && fieldOf(object, 'loss_reason') ? ['loss_reason'] : []}
      submit={t(outcome === 'won' ? 'close.won' : 'close.lost')}
      danger={outcome === 'lost'}
      onSubmit={(changes) =>
        onSubmit(changes).catch((error: unknown) => {
          if (!(error instanceof GateCancelled)) throw error;
          onClose();
        })
      }
      onClose={onClose}
    />
  );
}
