import { useQuery } from '@tanstack/react-query';
import { useCatalogue } from '@/api/catalogue';
import { fieldsOfPage } from '@/api/columns';
import { recordQuery } from '@/api/records';
import type { Json } from '@/api/types';
import { ConvertDialog } from '@/fields/convert/convert-dialog';

export interface ConvertTypedProps {
  /** The lead. */
  id: string;
  /** What was typed into the form of a new contact. */
  typed: Record<string, Json>;
  onClose: () => void;
}

/** A lead that is whom one was about to write down: it becomes the contact, with what was typed, and brings its history along. */
export function ConvertTyped({ id, typed, onClose }: ConvertTypedProps) {
  const catalogue = useCatalogue();
  const lead = catalogue.find('lead');
  const { data } = useQuery({ ...recordQuery('lead', id, ['id', 'version', ...(lead ? fieldsOfPage(lead, catalogue) : [])]), enabled: lead !== undefined });
  return lead && data && <ConvertDialog lead={lead} record={data} typed={typed} onClose={onClose} />;
}
