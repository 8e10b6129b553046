import { useCatalogue, useMe } from '@/api/catalogue';
import type { Column } from '@/api/columns';
import { isCondition, isRelated } from '@/api/filter';
import type { Filter, ObjectInfo, RelatedCondition } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { Select } from '@/ui/input/select';
import { ConditionEditor } from './condition-editor';
import { groupOf, newCondition, type OperatorsOf, replacePart } from './filter-model';
import { relatedChoices } from './related-choices';
import { RelatedEditor } from './related-editor';
import styles from './filter.module.css';

export interface GroupEditorProps {
  object: ObjectInfo;
  filter: Filter;
  columns: readonly Column[];
  /** How a field may be compared, where that is less than its type has. */
  operatorsOf?: OperatorsOf;
  onChange: (filter: Filter | null) => void;
}

/** Conditions of which all or any must hold; groups may stand in groups. */
export function GroupEditor({ object, filter, columns, operatorsOf, onChange }: GroupEditorProps) {
  const t = useText();
  const group = groupOf('not' in filter ? filter.not : filter);
  const write = (next: typeof group) => onChange(next.parts.length === 0 ? null : next.joiner === 'and' ? { and: next.parts } : { or: next.parts });
  const [first] = columns;
  return (
    <div className={styles.group}>
      <Select
        small
        aria-label={t('filter.joiner')}
        value={group.joiner}
        options={[
          { value: 'and', label: t('filter.all_hold') },
          { value: 'or', label: t('filter.any_holds') },
        ]}
        onChange={(event) => write({ ...group, joiner: event.target.value === 'or' ? 'or' : 'and' })}
      />
      {group.parts.map((part, index) =>
        isCondition(part) ? (
          <ConditionEditor key={index} condition={part} columns={columns} operatorsOf={operatorsOf} onChange={(next) => write(replacePart(group, index, next))} onRemove={() => write(replacePart(group, index, null))} />
        ) : isRelated(part) ? (
          <RelatedPart key={index} object={object} part={part} onChange={(next) => write(replacePart(group, index, next))} />
        ) : (
          <div key={index} className={styles.nested}>
            <GroupEditor object={object} filter={part} columns={columns} operatorsOf={operatorsOf} onChange={(next) => write(replacePart(group, index, next))} />
          </div>
        ),
      )}
      {first && (
        <Button small kind="quiet" icon="plus" onClick={() => write({ ...group, parts: [...group.parts, newCondition(first.path, first.field, operatorsOf)] })}>
          {t('filter.add_condition')}
        </Button>
      )}
    </div>
  );
}

function RelatedPart({ object, part, onChange }: { object: ObjectInfo; part: RelatedCondition; onChange: (part: RelatedCondition | null) => void }) {
  const [me, catalogue] = [useMe(), useCatalogue()];
  const choice = relatedChoices(object, catalogue, me).find(({ relation }) => relation.name === part.related);
  return choice && <RelatedEditor condition={part} target={choice.target} label={choice.label} onChange={onChange} onRemove={() => onChange(null)} />;
}
