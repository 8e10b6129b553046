import type { Labels } from '@/i18n/labels';
import type { Metadata } from './types';

/** The metadata with standard labels in the person's language. What the organization has made itself is called what it called it. */
export function translated(metadata: Metadata, labels: Labels): Metadata {
  if (Object.keys(labels).length === 0) return metadata;
  const say = (label: string) => labels[label] ?? label;
  return {
    version: metadata.version,
    objects: metadata.objects.map((object) => ({
      ...object,
      ...(object.custom ? {} : { label: say(object.label), plural_label: say(object.plural_label) }),
      fields: object.fields.map((field) => (field.custom ? field : { ...field, label: say(field.label), options: field.options?.map((option) => ({ ...option, label: say(option.label) })) })),
    })),
  };
}
