import { type Catalogue, allowed } from '@/api/catalogue';
import type { ChildRelation, Me, ObjectInfo } from '@/api/types';

/** Records that hang on this object's, and that a filter may count. */
export interface RelatedChoice {
  relation: ChildRelation;
  target: ObjectInfo;
  /** What people call it: the objects, with the field where there are several ways. */
  label: string;
}

export function relatedChoices(object: ObjectInfo, catalogue: Catalogue, me: Me): RelatedChoice[] {
  return object.children.flatMap((relation) => {
    const target = catalogue.find(relation.object);
    if (!target || target.hidden || target.administrative || !allowed(me, target.name, 'read')) return [];
    const several = object.children.filter((each) => each.object === relation.object).length > 1;
    const field = target.fields.find((each) => each.name === relation.field);
    return [{ relation, target, label: several && field ? `${target.plural_label} (${field.label})` : target.plural_label }];
  });
}
