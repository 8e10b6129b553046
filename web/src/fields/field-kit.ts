import type { ComponentType } from 'react';
import type { Field, Json, Operator, RecordData } from '@/api/types';
import type { MessageId } from '@/i18n/catalogues';
import type { IconName } from '@/ui/icon/icons';

export interface CellProps {
  /** Never null: empty values are drawn by FieldValue. */
  value: NonNullable<Json>;
  field: Field;
  record: RecordData;
}

export interface InputProps {
  id: string;
  field: Field;
  /** The draft: what was saved, or what was typed so far. */
  value: Json;
  /** `also`: what else is known now, such as the name of the record that was chosen. */
  onChange: (value: Json, also?: Record<string, Json>) => void;
  /** Called by controls whose choice is the end of editing. */
  onDone?: () => void;
  record: RecordData;
  invalid?: boolean;
  /** Ids of help and error. */
  describedBy?: string;
  autoFocus?: boolean;
}

/** How a filter compares, and what it compares with. */
export interface FilterOperator {
  op: Operator;
  label: MessageId;
  /** What stands at its right: nothing, one value, several, or a period such as this quarter. */
  takes: 'nothing' | 'one' | 'several' | 'period';
}

/** Everything a screen needs to know about a type of field. */
export interface FieldKit {
  label: MessageId;
  icon: IconName;
  /** Figures stand at the end of their column. */
  align?: 'end';
  /** Width of a column in pixels; 160 by default. */
  width?: number;
  /** Enter makes a new line; Ctrl or Command with it saves. */
  multiline?: boolean;
  Cell: ComponentType<CellProps>;
  /** Undefined when people never type it. */
  Input?: ComponentType<InputProps>;
  operators: readonly FilterOperator[];
  /** Whether a column can be summed. */
  sums?: boolean;
  /** Administrators may choose it for a new field. */
  offered?: boolean;
}
