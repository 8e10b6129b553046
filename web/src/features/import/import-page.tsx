import { useMutation } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { reasonOf } from '@/api/api-error';
import { useCatalogue } from '@/api/catalogue';
import { previewImport } from '@/api/imports';
import type { ImportPreview } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { Icon } from '@/ui/icon/icon';
import { Note } from '@/ui/note/note';
import { PageBar } from '@/ui/page/page-bar';
import { EmptyState } from '@/ui/state/empty-state';
import { FileDrop } from './file-drop';
import { ImportMapping } from './import-mapping';
import { ImportSteps } from './import-steps';
import styles from './import.module.css';

/** A file, and what the server reads in it. */
export interface ChosenFile extends ImportPreview {
  file: File;
}

/** A file becomes records: choose it, say which column is what, check it, run it. */
export function ImportPage() {
  const t = useText();
  const { object: name } = useParams({ from: '/frame/o/$object/import' });
  const object = useCatalogue().find(name);
  const read = useMutation({ mutationFn: async ({ file, sheet }: { file: File; sheet?: string }): Promise<ChosenFile> => ({ file, ...(await previewImport(name, file, sheet)) }) });
  if (!object) return <EmptyState page title={t('error.no_object')} text={t('error.no_object_text', { name })} />;
  return (
    <>
      <PageBar
        title={t('import.title', { objects: object.plural_label })}
        actions={
          <Link to="/imports" className={styles.show}>
            {t('import.earlier')}
          </Link>
        }
      >
        <Link to="/o/$object" params={{ object: object.name }} activeOptions={{ exact: true }}>
          {object.plural_label}
        </Link>
        <Icon name="chevron-right" size={14} />
        <h1>{t('list.import')}</h1>
      </PageBar>
      <div className={styles.page}>
        {read.error && <Note kind="danger">{reasonOf(read.error)}</Note>}
        {read.data ? (
          <ImportMapping key={`${read.data.file.name} ${read.data.sheet}`} object={object} chosen={read.data} onSheet={(sheet) => read.mutate({ file: read.data.file, sheet })} onOther={() => read.reset()} />
        ) : (
          <>
            <ImportSteps current="file" />
            <FileDrop busy={read.isPending} onFile={(file) => read.mutate({ file })} />
          </>
        )}
      </div>
    </>
  );
}
