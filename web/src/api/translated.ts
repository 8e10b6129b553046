import { type Naming, standardLabel } from '@/i18n/labels';
import { recordKey, type Translations } from '@/lib/translations';
import type { Field, Metadata, ObjectInfo } from './types';

interface Translated {
  translations?: Translations;
}

/** Records that a new workspace begins with: their names are standard as labels are. */
export const firstNames: Readonly<Record<string, readonly string[]>> = { pipeline: ['Sales'], stage: ['Prospecting', 'Qualification', 'Proposal', 'Negotiation', 'Won', 'Lost'] };

const recordNames = (words: Readonly<Record<string, string>> = {}): [string, string][] => Object.entries(words).flatMap(([key, said]) => (key.startsWith(recordKey('')) ? [[key.slice(recordKey('').length), said]] : []));

/** Says things of the catalogue: as administrators translated them, else as standard ones are called, else as they were written. */
class Speaker {
  private readonly naming: Naming;

  constructor(naming: Naming) {
    this.naming = naming;
  }

  own = (thing: Translated, key: string) => thing.translations?.[this.naming.locale]?.[key];

  private sentence = (said: string | undefined, custom: boolean) => said && this.standard(said, custom);

  private standard = (label: string, custom: boolean) => (custom ? label : standardLabel(this.naming.labels, label));

  object(object: ObjectInfo): ObjectInfo {
    const wholes = new Map(object.fields.filter((field) => this.own(field, 'label')).map((field) => [field.name, field]));
    return {
      ...object,
      label: this.own(object, 'label') ?? this.standard(object.label, object.custom),
      plural_label: this.own(object, 'plural_label') ?? this.standard(object.plural_label, object.custom),
      description: this.own(object, 'description') ?? this.sentence(object.description, object.custom),
      names_in_words: this.recordNames(object),
      fields: object.fields.map((field) => this.field(field, wholes.get(field.component_of || field.base_of || ''))),
    };
  }

  private recordNames({ name, translations }: ObjectInfo): Record<string, string> | undefined {
    const standard = (firstNames[name] ?? []).map((each) => [each, this.standard(each, false)] as const);
    const said = recordNames(translations?.[this.naming.locale]);
    return standard.length + said.length > 0 ? Object.fromEntries([...standard, ...said]) : undefined;
  }

  /** "Berth: City" is a part of a berth, however that is called. */
  private partOf(whole: Field | undefined, label: string): string | undefined {
    if (!whole || !label.startsWith(whole.label)) return undefined;
    const [, sign = '', part = ''] = /^(: )?(.*)$/.exec(label.slice(whole.label.length)) ?? [];
    return `${this.own(whole, 'label') ?? whole.label}${sign}${this.standard(part, false)}`;
  }

  private field(field: Field, whole: Field | undefined): Field {
    return {
      ...field,
      label: this.own(field, 'label') ?? this.partOf(whole, field.label) ?? this.standard(field.label, field.custom),
      help: this.own(field, 'help') ?? this.sentence(field.help, field.custom),
      options: field.options?.map((option) => ({ ...option, label: this.own(option, 'label') ?? this.standard(option.label, field.custom) })),
    };
  }
}

/** The metadata with labels in the person's language, as far as they have one. */
export function translated(metadata: Metadata, naming: Naming): Metadata {
  const speaker = new Speaker(naming);
  return { version: metadata.version, objects: metadata.objects.map((object) => speaker.object(object)) };
}

/** What administrators translated, by what they wrote: for what the server says of it. */
export function ownWords({ objects }: Metadata, locale: string): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  const add = (thing: Translated, key: string, written: string) => {
    const said = thing.translations?.[locale]?.[key];
    if (said) words.set(written, said);
  };
  for (const object of objects) {
    add(object, 'label', object.label);
    add(object, 'plural_label', object.plural_label);
    for (const [name, said] of recordNames(object.translations?.[locale])) words.set(name, said);
    for (const rule of object.validation_rules ?? []) add(rule, 'message', rule.message);
    for (const field of object.fields) {
      add(field, 'label', field.label);
      for (const option of field.options ?? []) add(option, 'label', option.label);
    }
  }
  return words;
}
