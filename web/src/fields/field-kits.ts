import type { Field, FieldType } from '@/api/types';
import { TextCell } from './text/cell';
import { TextInput } from './text/input';
import { operators as textOperators } from './text/operators';
import { LongTextCell } from './long_text/cell';
import { LongTextInput } from './long_text/input';
import { operators as longTextOperators } from './long_text/operators';
import { RichTextCell } from './rich_text/cell';
import { RichTextInput } from './rich_text/input';
import { operators as richTextOperators } from './rich_text/operators';
import { EmailCell } from './email/cell';
import { EmailInput } from './email/input';
import { operators as emailOperators } from './email/operators';
import { PhoneCell } from './phone/cell';
import { PhoneInput } from './phone/input';
import { operators as phoneOperators } from './phone/operators';
import { UrlCell } from './url/cell';
import { UrlInput } from './url/input';
import { operators as urlOperators } from './url/operators';
import { PicklistCell } from './picklist/cell';
import { PicklistInput } from './picklist/input';
import { operators as picklistOperators } from './picklist/operators';
import { MultiPicklistCell } from './multi_picklist/cell';
import { MultiPicklistInput } from './multi_picklist/input';
import { operators as multiPicklistOperators } from './multi_picklist/operators';
import { TagsCell } from './tags/cell';
import { TagsInput } from './tags/input';
import { operators as tagsOperators } from './tags/operators';
import { CheckboxCell } from './checkbox/cell';
import { CheckboxInput } from './checkbox/input';
import { operators as checkboxOperators } from './checkbox/operators';
import { IntegerCell } from './integer/cell';
import { IntegerInput } from './integer/input';
import { operators as integerOperators } from './integer/operators';
import { DecimalCell } from './decimal/cell';
import { DecimalInput } from './decimal/input';
import { operators as decimalOperators } from './decimal/operators';
import { CurrencyCell } from './currency/cell';
import { CurrencyInput } from './currency/input';
import { operators as currencyOperators } from './currency/operators';
import { PercentCell } from './percent/cell';
import { PercentInput } from './percent/input';
import { operators as percentOperators } from './percent/operators';
import { DateCell } from './date/cell';
import { DateInput } from './date/input';
import { operators as dateOperators } from './date/operators';
import { DatetimeCell } from './datetime/cell';
import { DatetimeInput } from './datetime/input';
import { operators as datetimeOperators } from './datetime/operators';
import { TimeCell } from './time/cell';
import { TimeInput } from './time/input';
import { operators as timeOperators } from './time/operators';
import { DurationCell } from './duration/cell';
import { DurationInput } from './duration/input';
import { operators as durationOperators } from './duration/operators';
import { LookupCell } from './lookup/cell';
import { LookupInput } from './lookup/input';
import { operators as lookupOperators } from './lookup/operators';
import { MasterDetailCell } from './master_detail/cell';
import { MasterDetailInput } from './master_detail/input';
import { operators as masterDetailOperators } from './master_detail/operators';
import { PolymorphicLookupCell } from './polymorphic_lookup/cell';
import { PolymorphicLookupInput } from './polymorphic_lookup/input';
import { operators as polymorphicLookupOperators } from './polymorphic_lookup/operators';
import { AddressCell } from './address/cell';
import { AddressInput } from './address/input';
import { operators as addressOperators } from './address/operators';
import { GeolocationCell } from './geolocation/cell';
import { GeolocationInput } from './geolocation/input';
import { operators as geolocationOperators } from './geolocation/operators';
import { AutoNumberCell } from './auto_number/cell';
import { operators as autoNumberOperators } from './auto_number/operators';
import { FormulaCell } from './formula/cell';
import { operators as formulaOperators } from './formula/operators';
import { RollUpCell } from './roll_up/cell';
import { operators as rollUpOperators } from './roll_up/operators';
import { FileCell } from './file/cell';
import { FileInput } from './file/input';
import { operators as fileOperators } from './file/operators';
import { EncryptedTextCell } from './encrypted_text/cell';
import { EncryptedTextInput } from './encrypted_text/input';
import { operators as encryptedTextOperators } from './encrypted_text/operators';
import { MultiEmailCell } from './multi_email/cell';
import { MultiEmailInput } from './multi_email/input';
import { operators as multiEmailOperators } from './multi_email/operators';
import { MultiPhoneCell } from './multi_phone/cell';
import { MultiPhoneInput } from './multi_phone/input';
import { operators as multiPhoneOperators } from './multi_phone/operators';
import { IdCell } from './id/cell';
import { operators as idOperators } from './id/operators';
import { LatitudeCell } from './latitude/cell';
import { LatitudeInput } from './latitude/input';
import { operators as latitudeOperators } from './latitude/operators';
import { LongitudeCell } from './longitude/cell';
import { LongitudeInput } from './longitude/input';
import { operators as longitudeOperators } from './longitude/operators';
import { RecurrenceCell } from './recurrence/cell';
import { RecurrenceInput } from './recurrence/input';
import { ReminderInput } from './reminder/input';
import type { FieldKit } from './field-kit';

/** Every type of field, one line each: a type without its line does not compile. */
export const fieldKits = {
  text: { label: 'type.text', icon: 'text-size', Cell: TextCell, Input: TextInput, operators: textOperators, width: 200, offered: true },
  long_text: { label: 'type.long_text', icon: 'align-left', Cell: LongTextCell, Input: LongTextInput, operators: longTextOperators, width: 240, multiline: true, offered: true },
  rich_text: { label: 'type.rich_text', icon: 'notes', Cell: RichTextCell, Input: RichTextInput, operators: richTextOperators, width: 240, multiline: true, offered: true },
  email: { label: 'type.email', icon: 'at', Cell: EmailCell, Input: EmailInput, operators: emailOperators, width: 250, offered: true },
  phone: { label: 'type.phone', icon: 'phone', Cell: PhoneCell, Input: PhoneInput, operators: phoneOperators, offered: true },
  url: { label: 'type.url', icon: 'link', Cell: UrlCell, Input: UrlInput, operators: urlOperators, width: 180, offered: true },
  picklist: { label: 'type.picklist', icon: 'list', Cell: PicklistCell, Input: PicklistInput, operators: picklistOperators, width: 170, offered: true },
  multi_picklist: { label: 'type.multi_picklist', icon: 'list-check', Cell: MultiPicklistCell, Input: MultiPicklistInput, operators: multiPicklistOperators, width: 200, multiline: true, offered: true },
  checkbox: { label: 'type.checkbox', icon: 'checkbox', Cell: CheckboxCell, Input: CheckboxInput, operators: checkboxOperators, width: 110, offered: true },
  integer: { label: 'type.integer', icon: 'hash', Cell: IntegerCell, Input: IntegerInput, operators: integerOperators, width: 120, align: 'end', sums: true, offered: true },
  decimal: { label: 'type.decimal', icon: 'hash', Cell: DecimalCell, Input: DecimalInput, operators: decimalOperators, width: 130, align: 'end', sums: true, offered: true },
  currency: { label: 'type.currency', icon: 'cash', Cell: CurrencyCell, Input: CurrencyInput, operators: currencyOperators, width: 150, align: 'end', sums: true, offered: true },
  percent: { label: 'type.percent', icon: 'percentage', Cell: PercentCell, Input: PercentInput, operators: percentOperators, width: 110, align: 'end', offered: true },
  date: { label: 'type.date', icon: 'calendar', Cell: DateCell, Input: DateInput, operators: dateOperators, width: 130, offered: true },
  datetime: { label: 'type.datetime', icon: 'clock', Cell: DatetimeCell, Input: DatetimeInput, operators: datetimeOperators, width: 160, offered: true },
  time: { label: 'type.time', icon: 'clock', Cell: TimeCell, Input: TimeInput, operators: timeOperators, width: 90, offered: true },
  duration: { label: 'type.duration', icon: 'hourglass', Cell: DurationCell, Input: DurationInput, operators: durationOperators, width: 120, align: 'end', offered: true },
  lookup: { label: 'type.lookup', icon: 'external-link', Cell: LookupCell, Input: LookupInput, operators: lookupOperators, width: 190, offered: true },
  master_detail: { label: 'type.master_detail', icon: 'sitemap', Cell: MasterDetailCell, Input: MasterDetailInput, operators: masterDetailOperators, width: 190, offered: true },
  polymorphic_lookup: { label: 'type.polymorphic_lookup', icon: 'external-link', Cell: PolymorphicLookupCell, Input: PolymorphicLookupInput, operators: polymorphicLookupOperators, width: 190 },
  address: { label: 'type.address', icon: 'map-pin', Cell: AddressCell, Input: AddressInput, operators: addressOperators, width: 220, multiline: true, offered: true },
  geolocation: { label: 'type.geolocation', icon: 'world', Cell: GeolocationCell, Input: GeolocationInput, operators: geolocationOperators, width: 170, offered: true },
  auto_number: { label: 'type.auto_number', icon: 'hash', Cell: AutoNumberCell, operators: autoNumberOperators, width: 120, offered: true },
  formula: { label: 'type.formula', icon: 'math-function', Cell: FormulaCell, operators: formulaOperators, offered: true },
  roll_up: { label: 'type.roll_up', icon: 'sum', Cell: RollUpCell, operators: rollUpOperators, align: 'end' },
  file: { label: 'type.file', icon: 'paperclip', Cell: FileCell, Input: FileInput, operators: fileOperators, offered: true },
  encrypted_text: { label: 'type.encrypted_text', icon: 'lock', Cell: EncryptedTextCell, Input: EncryptedTextInput, operators: encryptedTextOperators, offered: true },
  multi_email: { label: 'type.multi_email', icon: 'at', Cell: MultiEmailCell, Input: MultiEmailInput, operators: multiEmailOperators, width: 250, multiline: true, offered: true },
  multi_phone: { label: 'type.multi_phone', icon: 'phone', Cell: MultiPhoneCell, Input: MultiPhoneInput, operators: multiPhoneOperators, width: 200, multiline: true, offered: true },
  tags: { label: 'type.tags', icon: 'tag', Cell: TagsCell, Input: TagsInput, operators: tagsOperators, width: 200 },
  id: { label: 'type.id', icon: 'id', Cell: IdCell, operators: idOperators, width: 180 },
  latitude: { label: 'type.latitude', icon: 'world', Cell: LatitudeCell, Input: LatitudeInput, operators: latitudeOperators, align: 'end' },
  longitude: { label: 'type.longitude', icon: 'world', Cell: LongitudeCell, Input: LongitudeInput, operators: longitudeOperators, align: 'end' },
} satisfies Record<FieldType, FieldKit>;

/** The kit of a field's type; a type that a newer server has and we do not is shown as text and not edited. */
export function kitOf(field: Pick<Field, 'type'>): FieldKit {
  return fieldKits[field.type] ?? { ...fieldKits.text, Input: undefined };
}

const isRule = (field: Field) => field.name === 'recurrence' && field.type === 'text' && !field.custom;

/** The control of a field: of its type, but a reminder is said in time before what it is about, and a rule of repetition in words. */
export function inputOf(field: Field): FieldKit['Input'] {
  if (isRule(field)) return RecurrenceInput;
  return field.name === 'reminder_at' && field.type === 'datetime' ? ReminderInput : kitOf(field).Input;
}

/** What shows a value of a field: of its type, but a rule of repetition in words. */
export function cellOf(field: Field): FieldKit['Cell'] {
  return isRule(field) ? RecurrenceCell : kitOf(field).Cell;
}

/** Whether the person may type a value here. */
export function isEditable(field: Field): boolean {
  return field.editable && !field.read_only && kitOf(field).Input !== undefined;
}
