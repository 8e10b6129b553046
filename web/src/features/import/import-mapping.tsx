import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useMemo, useState } from 'react';
import { ApiError, reasonOf } from '@/api/api-error';
import { importQuery, startImport } from '@/api/imports';
import { recordsKey } from '@/api/records';
import type { ImportReport, ObjectInfo } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { FieldFrame } from '@/ui/input/field-frame';
import { Select } from '@/ui/input/select';
import { Note } from '@/ui/note/note';
import { Panel } from '@/ui/panel/panel';
import { importTargets, mappingOf, proposed } from './guess-mapping';
import type { ChosenFile } from './import-page';
import { ImportResult } from './import-result';
import { ErrorRows } from './error-rows';
import { ImportSteps } from './import-steps';
import { MappingTable } from './mapping-table';
import { recall, type RelationRule, remember } from './remembered';
import { TemplateBar } from './template-bar';
import styles from './import.module.css';

export interface ImportMappingProps {
  object: ObjectInfo;
  chosen: ChosenFile;
  /** Reads another sheet of the workbook. */
  onSheet: (sheet: string) => void;
  /** Goes back to choose another file. */
  onOther: () => void;
}

/** Which column is what, how rows find records that are there, a check that changes nothing, and the import itself. */
export function ImportMapping({ object, chosen: source, onSheet, onOther }: ImportMappingProps) {
  const t = useText();
  const id = useId();
  const queries = useQueryClient();
  const targets = useMemo(() => importTargets(object), [object]);
  const columns = useMemo(() => source.columns.map((column) => column.name), [source]);
  const [known] = useState(() => recall(object.name, columns));
  const [chosen, setChosen] = useState(() => known?.chosen ?? proposed(source.columns, targets));
  const [match, setMatch] = useState(known?.match ?? '');
  const [mode, setMode] = useState(known?.mode ?? 'upsert');
  const [relations, setRelations] = useState<Record<string, RelationRule>>(known?.relations ?? {});
  const [run, setRun] = useState<{ report: ImportReport; dryRun: boolean } | null>(null);
  const fields = mappingOf(columns, chosen);
  const mapped = Object.fromEntries(
    Object.entries(fields).map(([key, column]) => {
      const rule = relations[key];
      return [key, rule ? { column, match: rule.match, create_missing: rule.createMissing, otherwise: rule.otherwise, default: rule.otherwise } : column];
    }),
  );
  const matchable = targets.filter((target) => target.key in fields && !target.field.relation);

  const start = useMutation({
    mutationFn: async (dryRun: boolean) => ({ dryRun, report: await startImport({ object: object.name, file: source.file, sheet: source.sheet || undefined, fields: mapped, match: match || undefined, mode: match ? mode : undefined, dryRun }) }),
    onSuccess: (begun) => {
      remember(object.name, columns, { chosen, match, mode, relations });
      setRun(begun);
    },
  });
  const { data: latest } = useQuery({ ...importQuery(run?.report.id ?? ''), enabled: run?.report.state === 'running' });
  const report = latest ?? run?.report;
  const finished = run && !run.dryRun && report?.state !== 'running';
  useEffect(() => {
    if (finished) void queries.invalidateQueries({ queryKey: recordsKey(object.name) });
  }, [finished, queries, object.name]);
  const problems = start.error instanceof ApiError ? (start.error.problem.problems ?? []).map((problem) => problem.message) : [];

  return (
    <>
      <ImportSteps current={run ? (run.dryRun ? 'check' : 'run') : 'columns'} />
      {known && <Note>{t('import.recalled')}</Note>}
      <Panel
        title={source.file.name}
        actions={
          <Button small kind="quiet" icon="refresh" onClick={onOther}>
            {t('import.other_file')}
          </Button>
        }
      >
        {source.sheets.length > 1 && (
          <div className={styles.rule}>
            <FieldFrame id={`${id}-sheet`} label={t('import.sheet')}>
              <Select id={`${id}-sheet`} value={source.sheet} options={source.sheets.map((sheet) => ({ value: sheet, label: sheet }))} onChange={(event) => onSheet(event.target.value)} />
            </FieldFrame>
          </div>
        )}
        {source.notes.map((note) => (
          <Note key={note.message} kind="info">
            {note.message}
          </Note>
        ))}
        <TemplateBar
          object={object}
          columns={columns}
          targets={targets}
          mapping={{ chosen, match, mode, relations }}
          onApply={(template) => {
            setChosen(template.chosen);
            setMatch(template.match);
            setMode(template.mode);
            setRelations(template.relations);
            setRun(null);
          }}
        />
        <MappingTable
          object={object}
          columns={source.columns}
          targets={targets}
          chosen={chosen}
          onChoose={(index, key) => {
            setChosen(chosen.with(index, key));
            setRun(null);
          }}
          relations={relations}
          onRelation={(key, rule) => {
            setRelations({ ...relations, [key]: rule });
            setRun(null);
          }}
        />
      </Panel>
      <Panel title={t('import.rule')}>
        <div className={styles.rule}>
          <FieldFrame id={`${id}-match`} label={t('import.match')} help={t(match ? 'import.match_help' : 'import.create_help')}>
            <Select
              id={`${id}-match`}
              empty={t('import.always_create')}
              value={match}
              options={matchable.map((target) => ({ value: target.key, label: target.label }))}
              onChange={(event) => {
                setMatch(event.target.value);
                setRun(null);
              }}
            />
          </FieldFrame>
          {match && (
            <FieldFrame id={`${id}-mode`} label={t('import.mode')}>
              <Select
                id={`${id}-mode`}
                value={mode}
                options={(['upsert', 'update', 'create'] as const).map((each) => ({ value: each, label: t(`import.mode_${each}`) }))}
                onChange={(event) => {
                  setMode(event.target.value);
                  setRun(null);
                }}
              />
            </FieldFrame>
          )}
          <div className={styles.buttons}>
            <Button busy={start.isPending && start.variables} disabled={Object.keys(fields).length === 0} onClick={() => start.mutate(true)}>
              {t('import.check')}
            </Button>
            <Button kind="primary" busy={(start.isPending && !start.variables) || (report?.state === 'running' && !run?.dryRun)} disabled={Object.keys(fields).length === 0} onClick={() => start.mutate(false)}>
              {t('import.run')}
            </Button>
          </div>
          {start.error && <Note kind="danger">{[reasonOf(start.error), ...problems.slice(1)].join(' ')}</Note>}
        </div>
      </Panel>
      {run && report && <ImportResult object={object} report={report} />}
      {report && report.failed > 0 && report.state !== 'running' && (
        <Panel title={t('import.failed_rows')} count={report.failed}>
          <ErrorRows key={report.id} report={report} />
        </Panel>
      )}
    </>
  );
}
