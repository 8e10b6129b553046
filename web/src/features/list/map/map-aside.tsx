import { type ReactNode, useId } from 'react';
import type { Place } from '@/api/places';
import { useText } from '@/i18n/use-text';
import { FieldFrame } from '@/ui/input/field-frame';
import { Select } from '@/ui/input/select';
import styles from './map.module.css';

export interface MapAsideProps {
  places: Place[];
  place: Place;
  onPlace: (field: string) => void;
  children: ReactNode;
}

/** Beside the map: which of several places is meant, and the list that says what the map shows. */
export function MapAside({ places, place, onPlace, children }: MapAsideProps) {
  const t = useText();
  const id = useId();
  return (
    <section className={styles.aside} aria-label={t('map.list')}>
      {places.length > 1 && (
        <FieldFrame id={id} label={t('map.place')}>
          <Select id={id} value={place.field.name} options={places.map(({ field }) => ({ value: field.name, label: field.label }))} onChange={(event) => onPlace(event.target.value)} />
        </FieldFrame>
      )}
      {children}
    </section>
  );
}
