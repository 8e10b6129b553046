import { useText } from '@/i18n/use-text';
import type { Branch } from './tree';
import tree from './tree.module.css';

export interface TreeBranchesProps {
  branches: Branch[];
  counts: Map<string, number>;
  chosen: string;
  onChoose: (id: string) => void;
}

/** The branches of a tree as lists in lists, so that a screen reader says how deep it is. */
export function TreeBranches({ branches, counts, chosen, onChoose }: TreeBranchesProps) {
  const t = useText();
  return (
    <ul className={tree.branches}>
      {branches.map(({ record, below }) => (
        <li key={record.id}>
          <button type="button" aria-current={record.id === chosen || undefined} onClick={() => onChoose(record.id)}>
            <bdi>{String(record.name)}</bdi>
            {(counts.get(record.id) ?? 0) > 0 && <span>{t('setup.people_count', { count: counts.get(record.id) })}</span>}
          </button>
          {below.length > 0 && <TreeBranches branches={below} counts={counts} chosen={chosen} onChoose={onChoose} />}
        </li>
      ))}
    </ul>
  );
}
