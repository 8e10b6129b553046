import { useState } from 'react';
import type { ObjectInfo } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { Segmented } from '@/ui/segmented/segmented';
import { LayoutEditor } from './layout-editor';
import type { LayoutKind } from './layout-model';

/** The layouts of an object: its page, its cards, and the form that makes one. */
export function LayoutsTab({ object }: { object: ObjectInfo }) {
  const t = useText();
  const [kind, setKind] = useState<LayoutKind>('detail');
  return (
    <>
      <div>
        <Segmented
          label={t('setup.layouts')}
          selected={kind}
          choices={[
            { id: 'detail', label: t('setup.layout_detail') },
            { id: 'card', label: t('setup.layout_card') },
            { id: 'create', label: t('setup.layout_create') },
          ]}
          onSelect={setKind}
        />
      </div>
      <LayoutEditor key={`${object.name}/${kind}`} object={object} kind={kind} />
    </>
  );
}
