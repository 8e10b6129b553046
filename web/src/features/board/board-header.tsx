import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { allowed, useCatalogue, useMe } from '@/api/catalogue';
import { saidName } from '@/api/columns';
import { notePipeline } from '@/api/personal';
import type { Pipeline } from '@/api/pipelines';
import type { ListView, ObjectInfo } from '@/api/types';
import { useLabel } from '@/i18n/labels';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { Icon } from '@/ui/icon/icon';
import { Kbd } from '@/ui/kbd/kbd';
import { Menu } from '@/ui/menu/menu';
import { PageBar } from '@/ui/page/page-bar';
import { type BoardColumn, type BoardMoney, type Totals, sumOf } from './board-model';
import styles from './board.module.css';

export interface BoardHeaderProps {
  object: ObjectInfo;
  view: ListView;
  pipelines: Pipeline[];
  pipeline: Pipeline | undefined;
  columns: BoardColumn[];
  /** Not there while they are on their way. */
  totals: Totals | undefined;
  money: BoardMoney | undefined;
}

/** Which board it is, what it is worth, and the button that adds to it. */
export function BoardHeader({ object, view, pipelines, pipeline, columns, totals, money }: BoardHeaderProps) {
  const t = useText();
  const me = useMe();
  const named = useLabel();
  const queries = useQueryClient();
  const formats = useFormats();
  const navigate = useNavigate({ from: '/o/$object/board' });
  const open = totals && sumOf(totals, columns.filter((column) => column.outcome === 'open'));
  const pipelineObject = useCatalogue().find('pipeline');
  const name = (pipeline && saidName(pipelineObject, pipeline.name)) ?? named(view);
  const preset = pipeline ? { pipeline_id: pipeline.id, pipeline: { name: pipeline.name } } : undefined;

  function choose(id: string) {
    void notePipeline(queries, object.name, id);
    void navigate({ search: (before) => ({ ...before, pipeline: id, column: undefined }) });
  }
  return (
    <PageBar
      title={`${object.plural_label}, ${name}`}
      actions={
        <>
          {open && (
            <dl className={styles.figures}>
              <div>
                <dt>{t('board.open', { count: open.count })}</dt>
                {money && <dd>{formats.money(Math.round(open.total))}</dd>}
              </div>
              {money && (
                <div>
                  <dt>{t('board.weighted')}</dt>
                  <dd>{formats.money(Math.round(open.weighted))}</dd>
                </div>
              )}
            </dl>
          )}
          {allowed(me, object.name, 'create') && (
            <Button kind="primary" icon="plus" className={styles.create} onClick={() => void navigate({ search: (before) => ({ ...before, create: object.name, preset }) })}>
              {object.label}
              <Kbd>C</Kbd>
            </Button>
          )}
        </>
      }
    >
      <Link to="/o/$object" params={{ object: object.name }} className={styles.crumb}>
        {object.plural_label}
      </Link>
      <Icon name="chevron-right" size={14} className={styles.crumb} />
      {pipelines.length > 1 ? (
        <h1>
          <Menu
            position="bottom-start"
            target={
              <button type="button" className={styles.switcher} aria-label={t('board.pipeline', { name })}>
                {name}
                <Icon name="selector" size={14} />
              </button>
            }
            sections={() => [{ label: t('board.pipelines'), items: pipelines.map((each) => ({ id: each.id, label: saidName(pipelineObject, each.name), checked: each.id === pipeline?.id, run: () => choose(each.id) })) }]}
          />
        </h1>
      ) : (
        <h1>{name}</h1>
      )}
    </PageBar>
  );
}
