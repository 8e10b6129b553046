import { fieldOf } from '@/api/catalogue';
import type { ObjectInfo } from '@/api/types';
import type { Text } from '@/i18n/use-text';
import { boardMoney } from './board-model';

/** The orders that cards may stand in, as far as the object has what they need. */
export function cardOrders(object: ObjectInfo, t: Text): { sort: string; label: string }[] {
  const money = boardMoney(object);
  const orders = [
    { field: 'close_date', sort: 'close_date', label: fieldOf(object, 'close_date')?.label },
    { field: 'due_date', sort: 'due_date', label: fieldOf(object, 'due_date')?.label },
    { field: money?.base, sort: `-${money?.base}`, label: money?.amount.label },
    { field: 'stage_changed_at', sort: 'stage_changed_at', label: t('board.longest_here') },
    { field: 'updated_at', sort: '-updated_at', label: t('board.changed_last') },
    { field: object.name_field, sort: object.name_field, label: fieldOf(object, object.name_field)?.label },
  ];
  return orders.flatMap(({ field, sort, label }) => (field && label && fieldOf(object, field) ? [{ sort, label }] : []));
}
