import type { Translations } from '@/lib/translations';

/** The shapes of docs/api.md. Records are dynamic: the catalogue says which fields they have. */

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export type FieldType =
  | 'text'
  | 'long_text'
  | 'rich_text'
  | 'email'
  | 'phone'
  | 'url'
  | 'picklist'
  | 'multi_picklist'
  | 'checkbox'
  | 'integer'
  | 'decimal'
  | 'currency'
  | 'percent'
  | 'date'
  | 'datetime'
  | 'time'
  | 'duration'
  | 'lookup'
  | 'master_detail'
  | 'polymorphic_lookup'
  | 'address'
  | 'geolocation'
  | 'auto_number'
  | 'formula'
  | 'roll_up'
  | 'file'
  | 'encrypted_text'
  | 'multi_email'
  | 'multi_phone'
  | 'tags'
  | 'id'
  | 'latitude'
  | 'longitude';

export type Tint = 'stone' | 'sky' | 'petrol' | 'violet' | 'plum' | 'amber' | 'green' | 'clay';

export interface PicklistOption {
  value: string;
  label: string;
  tint?: Tint | '';
  active: boolean;
  translations?: Translations;
}

export interface Field {
  name: string;
  label: string;
  help?: string;
  translations?: Translations;
  type: FieldType;
  shape: string;
  required: boolean;
  unique: boolean;
  read_only: boolean;
  system: boolean;
  custom: boolean;
  /** Whether the person who asks may write it. */
  editable: boolean;
  scale?: number;
  length?: number;
  options?: PicklistOption[];
  /** Lookups: the path segment, such as "account" for "account_id". */
  relation?: string;
  targets?: string[];
  child_relation?: string;
  default_value?: Json;
  formula?: string;
  /** Formulas and roll-ups: the type of their result. */
  result?: FieldType | '';
  component_of?: string;
  component?: string;
  /** Of an amount in the organization's currency: the amount. */
  base_of?: string;
  /** Of an administrator's own: the types that its values may become. */
  convertible_to?: FieldType[];
  /** What it was before its type was changed. */
  former?: { type: FieldType; changed_at: string };
}

export interface ChildRelation {
  name: string;
  object: string;
  field: string;
}

export interface DetailSection {
  label: string;
  translations?: Translations;
  /** Records that do not meet it do not show the section. */
  condition?: Filter;
  fields: string[];
}

export interface DetailLayout {
  sections: DetailSection[];
  highlights?: string[];
  related?: string[];
}

export type LayoutKind = 'detail' | 'card' | 'create';

export interface FieldList {
  fields: string[];
}

/** What people of some roles see instead of the general layout of its kind. */
export interface RoleLayout extends Partial<DetailLayout>, Partial<FieldList> {
  kind: LayoutKind;
  label: string;
  /** Ids of the roles; those below them that have none of their own see it, too. */
  roles: string[];
}

/** The general layouts, and those for roles by their names. */
export interface Layouts {
  detail?: DetailLayout;
  card?: FieldList;
  create?: FieldList;
  [name: string]: DetailLayout | FieldList | RoleLayout | undefined;
}

export interface ListView {
  name: string;
  label: string;
  translations?: Translations;
  kind: 'table' | 'calendar' | 'gallery' | 'map' | 'board';
  columns: string[];
  filter: Filter | null;
  sort?: string;
  /** A board has its columns by that field, a calendar its days. */
  group_by?: string;
  /** Nobody saves over it before it is unlocked. */
  locked?: boolean;
  /** Who made it; public views, which administrators set up, belong to nobody. */
  owner_id?: string;
  /** The team whose members see it, too; null: it is private. */
  team_id?: string | null;
}

export interface ObjectInfo {
  name: string;
  label: string;
  plural_label: string;
  translations?: Translations;
  prefix: string;
  number: number;
  icon: string;
  tint: Tint | '';
  custom: boolean;
  hidden: boolean;
  administrative: boolean;
  sharing: string;
  name_field: string;
  /** The day whose exchange rates count; that on which a record was made when absent. */
  rate_date?: string;
  description?: string;
  fields: Field[];
  children: ChildRelation[];
  layouts: Layouts;
  list_views: ListView[];
  /** Names of the views with which roles begin, by the id of the role. */
  role_views?: Record<string, string>;
  /** What records of settings, such as stages, are called in the person's language, by their names. */
  names_in_words?: Readonly<Record<string, string>>;
  validation_rules?: ValidationRule[];
  /** By which values two records are told to be likely the same; none where it is switched off. */
  duplicate_rules?: DuplicateRules;
}

export interface DuplicateRules {
  /** Objects in which the same person or company may stand, too. */
  also_in?: string[];
  compare?: { fields: string[] }[];
}

/** A formula that must not be true of a record that is saved. */
export interface ValidationRule {
  name: string;
  formula: string;
  message: string;
  translations?: Translations;
  /** Field at which the message stands; empty for the whole record. */
  field: string;
  active: boolean;
}

export interface Metadata {
  version: number;
  objects: ObjectInfo[];
}

export interface RecordData {
  id: string;
  version?: number;
  [field: string]: Json | undefined;
}

export interface RecordPage {
  records: RecordData[];
  next: string | null;
}

export type Operator =
  | '='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | 'in'
  | 'not_in'
  | 'like'
  | 'contains'
  | 'starts_with'
  | 'is_empty'
  | 'is_not_empty'
  | 'includes'
  | 'excludes';

export interface Condition {
  field: string;
  op: Operator;
  value?: Json;
}

export type CountOperator = '=' | '<' | '<=' | '>' | '>=';

/** How many records of a relation there are; one at least where no count is given. */
export interface RelatedCondition {
  related: string;
  filter?: Filter;
  count?: { op: CountOperator; value: number };
}

export type Filter = Condition | RelatedCondition | { and: Filter[] } | { or: Filter[] } | { not: Filter };

export interface FieldProblem {
  field?: string;
  code: string;
  message: string;
}

/** An RFC 9457 problem, as every error answer carries one. */
export interface Problem {
  title: string;
  status: number;
  code: string;
  detail: string;
  request_id?: string;
  problems?: FieldProblem[];
}

export interface Usage {
  kind: string;
  name: string;
  object: string;
}

export interface Me {
  /** Empty locale and time zone mean the organization's. */
  user: { id: string; name: string; email: string; locale: string | null; time_zone: string | null; first_weekday?: string | null };
  /** The id of the person's role, of the one above it, and so on. An answer that is read offline may be of a version that did not tell them. */
  roles?: string[];
  organization: { name: string; currency_code: string; locale: string | null; language: string | null; time_zone: string | null; fiscal_year_start_month: number };
  administrator: boolean;
  /** What permission sets allow beyond the records themselves. */
  permissions: { import: boolean; export: boolean };
  csrf_token: string;
  objects: Record<string, { create: boolean; read: boolean; update: boolean; delete: boolean; closed_actions?: string[] }>;
}

export interface BatchOperation {
  operation: 'create' | 'update' | 'upsert' | 'delete' | 'restore';
  object: string;
  id?: string;
  version?: number;
  fields?: Record<string, Json>;
}

export interface BatchResult {
  id?: string;
  result: string;
  error?: Problem;
}

export interface SearchGroup {
  object: string;
  records: { id: string; name: string; detail?: string }[];
}

/** What a file looks like before it is imported. */
export interface ImportPreview {
  format: 'csv' | 'xlsx' | 'vcard';
  /** Of a workbook: the names of its sheets, and the one that was read. */
  sheets: string[];
  sheet: string;
  /** `samples` are its first different values, `field` the field or relation that it is probably meant for, or empty. */
  columns: { name: string; samples: string[]; field: string }[];
  notes: { code: string; message: string }[];
}

export interface ImportReport {
  id: number | string;
  state: 'running' | 'done' | 'failed' | 'interrupted' | 'cancelled';
  object: string;
  file_name: string;
  dry_run: boolean;
  started_at: string | null;
  finished_at: string | null;
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  failed: number;
  /** By which it is undone; none for a check. */
  change_set: number | null;
  /** Bytes of the file that are done, and all of them. */
  bytes?: number;
  total_bytes?: number;
  /** Why the whole import failed. */
  failure?: string;
  /** About the file as a whole. */
  notes?: { code: string; field: string; message: string }[];
}

/** One change of a record: who, when, by which road, and each field before and after. */
export interface HistoryEntry {
  id: number;
  changed_at: string;
  changed_by: { id: string | null; name: string };
  source: string;
  operation: string;
  /** None for what is older than change sets. */
  change_set: { id: number; kind: string; undone: ChangeSet['undone'] } | null;
  changes: Record<string, { from: Json; to: Json }>;
}

export interface RecordName {
  object: string;
  id: string;
  name: string;
}

/** What was done as one act, and is undone as one. */
export interface ChangeSet {
  id: number;
  kind: string;
  source: string;
  changed_at: string;
  changed_by: { id: string | null; name: string };
  /** Empty when it is about several objects. */
  object: string;
  /** The first record, when one may see it. */
  record: RecordName | null;
  records: number;
  state: 'done' | 'running' | 'failed';
  undoes: number | null;
  undone: 'no' | 'partly' | 'yes';
  undone_by: number | null;
}
