import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf, reasonOf } from '@/api/api-error';
import { recordsKey, updateRecord } from '@/api/records';
import { mostListedTags, type UsedTag, usedTagsQuery } from '@/api/tags';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { SearchInput } from '@/ui/input/search-input';
import { EmptyState } from '@/ui/state/empty-state';
import { ErrorState } from '@/ui/state/error-state';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { useToast } from '@/ui/toast/use-toast';
import { SetupBar } from '../setup-bar';
import { SetupTable } from '../setup-table';
import styles from '../setup.module.css';
import { MergeTagsDialog } from './merge-tags-dialog';
import { RenameTagDialog } from './rename-tag-dialog';
import { ReplaceTagsDialog } from './replace-tags-dialog';
import { TagRow } from './tag-row';

type Asked = { what: 'rename' | 'delete'; tag: UsedTag } | { what: 'merge' };

/** The tags there are, those on most records first: their colours, other names, one for several, and none. */
export function TagsPage() {
  const t = useText();
  const toast = useToast();
  const queries = useQueryClient();
  const [typed, setTyped] = useState('');
  const [wanted] = useDebouncedValue(typed.trim(), 150);
  const { data: tags, error, isPending, refetch } = useQuery(usedTagsQuery(wanted));
  const [chosen, setChosen] = useState<readonly UsedTag[]>([]);
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const paint = useMutation({
    // One after the other: what was chosen last is what stays.
    scope: { id: 'tints' },
    mutationFn: ({ tag, tint }: { tag: UsedTag; tint: UsedTag['tint'] }) => updateRecord('tag', tag.id, { tint: tint || null }),
    onError: (thrown) => toast({ text: reasonOf(thrown), failed: true }),
    onSettled: () => queries.invalidateQueries({ queryKey: recordsKey('tag') }),
  });
  const painted = (tag: UsedTag): UsedTag => (paint.isPending && paint.variables.tag.id === tag.id ? { ...tag, tint: paint.variables.tint } : tag);
  const without = (tag: UsedTag) => chosen.filter((each) => each.id !== tag.id);
  /** What goes cannot be merged. */
  const gone = (tag: UsedTag) => () => {
    setChosen(without(tag));
    close();
  };
  return (
    <>
      <SetupBar
        title={t('setup.tags')}
        actions={
          chosen.length > 1 && (
            <Button kind="primary" icon="arrow-merge" onClick={() => setAsked({ what: 'merge' })}>
              {t('tags.merge', { count: chosen.length })}
            </Button>
          )
        }
      />
      <div className={styles.page}>
        <p className={styles.lead}>{t('tags.lead')}</p>
        <div className={styles.find}>
          <SearchInput aria-label={t('tags.find')} placeholder={t('tags.find')} value={typed} onChange={(event) => setTyped(event.target.value)} />
        </div>
        {isPending && <SkeletonRows />}
        {error && <ErrorState title={t('tags.failed')} {...failureOf(error)} onRetry={() => void refetch()} />}
        {tags?.length === 0 && <EmptyState title={t('tags.nothing')} text={t('tags.nothing_text')} />}
        {tags && tags.length > 0 && (
          <SetupTable label={t('setup.tags')} heads={[t('tags.tag'), t('tags.tint'), t('tags.records')]}>
            {tags.map((tag) => (
              <TagRow
                key={tag.id}
                tag={painted(tag)}
                chosen={chosen.some((each) => each.id === tag.id)}
                onChoose={(on) => setChosen(on ? [...without(tag), tag] : without(tag))}
                onTint={(tint) => paint.mutate({ tag, tint })}
                onRename={() => setAsked({ what: 'rename', tag })}
                onDelete={() => setAsked({ what: 'delete', tag })}
              />
            ))}
          </SetupTable>
        )}
        {tags?.length === mostListedTags && <p className={styles.faint}>{t('tags.most', { count: mostListedTags })}</p>}
      </div>
      {asked?.what === 'rename' && <RenameTagDialog tag={asked.tag} onRenamed={gone(asked.tag)} onClose={close} />}
      {asked?.what === 'merge' && (
        <MergeTagsDialog
          tags={chosen.toSorted((one, other) => other.records - one.records)}
          onMerged={() => {
            setChosen([]);
            close();
          }}
          onClose={close}
        />
      )}
      {asked?.what === 'delete' && (
        <ReplaceTagsDialog title={t('tags.delete', { tag: asked.tag.name })} tags={[asked.tag.id]} by={null} text={t('tags.will_go', { count: asked.tag.records })} submit={t('common.delete')} onDone={gone(asked.tag)} onClose={close} />
      )}
    </>
  );
}
