import type { Catalogue } from './catalogue';
import { fieldOf } from './catalogue';
import { allOf, isCondition, isRelated } from './filter';
import type { Filter, ObjectInfo } from './types';

/** Whether a path, such as "amount" or "account.industry", leads to a field that is there for the person. */
export function leads(path: string, object: ObjectInfo, catalogue: Catalogue): boolean {
  const [first = '', ...rest] = path.split('.');
  if (fieldOf(object, first)) return true;
  const reference = object.fields.find((field) => field.relation === first);
  if (!reference || rest.length === 0) return reference !== undefined;
  // What may lead to several objects, or to one that is not shown, only the server knows.
  const target = reference.targets?.length === 1 ? catalogue.find(reference.targets[0]) : undefined;
  return !target || leads(rest.join('.'), target, catalogue);
}

/** A filter as far as its fields are there; `missing` is told the others. */
export function knownPart(filter: Filter | null, object: ObjectInfo, catalogue: Catalogue, missing: (path: string) => void): Filter | null {
  if (!filter) return null;
  if (isCondition(filter)) {
    if (leads(filter.field, object, catalogue)) return filter;
    missing(filter.field);
    return null;
  }
  if (isRelated(filter)) {
    const relation = object.children.find(({ name }) => name === filter.related);
    const child = catalogue.find(relation?.object);
    if (!relation) missing(filter.related);
    if (!relation || !child || !filter.filter) return relation ? filter : null;
    const within = knownPart(filter.filter, child, catalogue, (path) => missing(`${filter.related}.${path}`));
    return within && { ...filter, filter: within };
  }
  const part = (each: Filter) => knownPart(each, object, catalogue, missing);
  if ('not' in filter) {
    const inner = part(filter.not);
    return inner && { not: inner };
  }
  const parts = ('and' in filter ? filter.and : filter.or).map(part).filter((each) => each !== null);
  return 'and' in filter ? (filter.and.length === 0 ? filter : allOf(parts)) : parts.length === 0 ? null : { or: parts };
}
