import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCatalogue } from '@/api/catalogue';
import { exchangeRatesQuery, rateDayOf, rateOn } from '@/api/exchange-rates';
import type { RecordData } from '@/api/types';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';

export interface ForeignAmountProps {
  amount: number;
  code: string;
  record: RecordData;
}

/** An amount that is not in the organization's currency: under the pointer it tells what it is worth there, at which rate, and of which day that is. */
export function ForeignAmount({ amount, code, record }: ForeignAmountProps) {
  const t = useText();
  const formats = useFormats();
  const object = useCatalogue().objectOfId(record.id);
  const day = object && rateDayOf(object, record);
  // A page full of amounts asks for no rates before somebody wants to know one.
  const [near, setNear] = useState(false);
  const { data } = useQuery({ ...exchangeRatesQuery, enabled: near && day !== undefined });
  const found = day !== undefined && data ? rateOn(data, code, day) : undefined;
  const told =
    found &&
    t('field.rate', {
      worth: formats.money(Math.round(amount * found.rate)),
      one: formats.money(1, code),
      rate: `${formats.number(found.rate, 6)} ${formats.currency}`,
      day: formats.longDay(found.valid_from),
    });
  return (
    <span data-tooltip={told} onPointerEnter={() => setNear(true)}>
      {formats.money(amount, code)}
    </span>
  );
}
