import { isReference, useCatalogue, useMe } from '@/api/catalogue';
import { columnOf, saidName } from '@/api/columns';
import { isCondition, isRelated } from '@/api/filter';
import { useRecordName } from '@/api/record-names';
import type { Condition, Field, Filter, ObjectInfo, RelatedCondition } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { FieldValue } from '../field-value';
import { groupOf, operatorOf } from './filter-model';
import { periods } from './periods';
import { relatedChoices } from './related-choices';
import { countOperators } from './related-editor';

/** A filter in words, for its chip. */
export function FilterText({ filter, object }: { filter: Filter; object: ObjectInfo }) {
  const t = useText();
  if (isCondition(filter)) return <ConditionText condition={filter} object={object} />;
  if (isRelated(filter)) return <RelatedText condition={filter} object={object} />;
  if ('not' in filter) {
    return (
      <>
        {t('filter.not')} <FilterText filter={filter.not} object={object} />
      </>
    );
  }
  const { joiner, parts } = groupOf(filter);
  return parts.map((part, index) => (
    <span key={index}>
      {index > 0 && ` ${t(`filter.${joiner}`)} `}
      <FilterText filter={part} object={object} />
    </span>
  ));
}

function RelatedText({ condition, object }: { condition: RelatedCondition; object: ObjectInfo }) {
  const t = useText();
  const [me, catalogue] = [useMe(), useCatalogue()];
  const choice = relatedChoices(object, catalogue, me).find(({ relation }) => relation.name === condition.related);
  if (!choice) return <>{condition.related}</>;
  const { op, value } = condition.count ?? { op: '>=', value: 1 };
  return (
    <>
      {choice.label} {t(countOperators[op])} <b>{value}</b>
      {condition.filter && (
        <>
          {' '}
          {t('filter.with')} <FilterText filter={condition.filter} object={choice.target} />
        </>
      )}
    </>
  );
}

function ConditionText({ condition, object }: { condition: Condition; object: ObjectInfo }) {
  const t = useText();
  const column = columnOf(condition.field, object, useCatalogue());
  if (!column) return <>{condition.field}</>;
  const operator = operatorOf(condition, column.field);
  return (
    <>
      {column.label} {operator && t(operator.label)} {operator?.takes !== 'nothing' && <ValueText condition={condition} field={column.field} />}
    </>
  );
}

function ValueText({ condition: { value }, field }: { condition: Condition; field: Field }) {
  const t = useText();
  if (Array.isArray(value)) {
    const labels = value.map((each) => field.options?.find((option) => option.value === each)?.label ?? String(each));
    return <b>{labels.length > 2 ? t('filter.several', { count: labels.length }) : labels.join(', ')}</b>;
  }
  if (value === 'me') return <b>{t('filter.me')}</b>;
  const period = typeof value === 'string' ? periods[value] : undefined;
  if (period) return <b>{t(period)}</b>;
  if (typeof value === 'string' && isReference(field)) return <ReferenceName id={value} />;
  return (
    <b>
      <FieldValue field={field} record={{ id: '', [field.name]: value }} empty="…" />
    </b>
  );
}

function ReferenceName({ id }: { id: string }) {
  return <b>{saidName(useCatalogue().objectOfId(id), useRecordName(id) ?? '…')}</b>;
}
