import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useCatalogue } from '@/api/catalogue';
import { useText } from '@/i18n/use-text';
import { decoded, firstRows } from '@/lib/csv';
import { Icon } from '@/ui/icon/icon';
import { PageBar } from '@/ui/page/page-bar';
import { EmptyState } from '@/ui/state/empty-state';
import { FileDrop } from './file-drop';
import { ImportSteps } from './import-steps';
import { ImportMapping } from './import-mapping';
import styles from './import.module.css';

export interface ChosenFile {
  name: string;
  text: string;
  columns: string[];
  /** The first rows under the header. */
  samples: string[][];
}

/** A CSV file becomes records: choose it, say which column is what, check it, run it. */
export function ImportPage() {
  const t = useText();
  const { object: name } = useParams({ from: '/frame/o/$object/import' });
  const object = useCatalogue().find(name);
  const [file, setFile] = useState<ChosenFile | null>(null);
  if (!object) return <EmptyState page title={t('error.no_object')} text={t('error.no_object_text', { name })} />;

  async function read(chosen: File) {
    const text = decoded(await chosen.arrayBuffer());
    const [columns = [], ...samples] = firstRows(text, 6);
    setFile({ name: chosen.name, text, columns, samples });
  }
  return (
    <>
      <PageBar title={t('import.title', { objects: object.plural_label })}>
        <Link to="/o/$object" params={{ object: object.name }} activeOptions={{ exact: true }}>
          {object.plural_label}
        </Link>
        <Icon name="chevron-right" size={14} />
        <h1>{t('list.import')}</h1>
      </PageBar>
      <div className={styles.page}>
        {file ? <ImportMapping key={file.name} object={object} file={file} onOther={() => setFile(null)} /> : <>
          <ImportSteps current="file" />
          <FileDrop onFile={(chosen) => void read(chosen)} />
        </>}
      </div>
    </>
  );
}
