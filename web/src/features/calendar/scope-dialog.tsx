import { useState } from 'react';
import type { Scope } from '@/api/agenda';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { Dialog } from '@/ui/dialog/dialog';
import { ScopeSelect } from './scope-select';

export interface ScopeDialogProps {
  title: string;
  onChoose: (scope: Scope) => void;
  onClose: () => void;
}

/** Asks which times of a recurring event are moved. */
export function ScopeDialog({ title, onChoose, onClose }: ScopeDialogProps) {
  const t = useText();
  const [scope, setScope] = useState<Scope>('this');
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={() => onChoose(scope)}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit">
            {t('calendar.move')}
          </Button>
        </>
      }
    >
      <ScopeSelect scope={scope} onChange={setScope} />
    </Dialog>
  );
}
