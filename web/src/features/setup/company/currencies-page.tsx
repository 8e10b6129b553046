import { useQuery } from '@tanstack/react-query';
import { useCatalogue, useMe } from '@/api/catalogue';
import { shortListQuery } from '@/api/records';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { AddRecord } from '../add-record';
import { ParentPanel } from '../parent-panel';
import { SettingsTable } from '../settings-table';
import { SetupBar } from '../setup-bar';
import styles from '../setup.module.css';

/** The currencies that amounts may be in, each with its rates: a rate holds from its day until the next one. */
export function CurrenciesPage() {
  const t = useText();
  const me = useMe();
  const formats = useFormats();
  const catalogue = useCatalogue();
  const [currency, rate] = [catalogue.find('currency'), catalogue.find('exchange_rate')];
  const { data, isPending } = useQuery(shortListQuery({ object: 'currency', fields: ['id', 'version', 'code', 'name', 'symbol', 'digits', 'active'], sort: 'code', limit: 200 }));
  const base = me.organization.currency_code;
  if (!currency || !rate) return null;
  const ordered = data?.toSorted((one, other) => Number(other.code === base) - Number(one.code === base));
  return (
    <>
      <SetupBar title={t('setup.currencies')} actions={<AddRecord object={currency} fields={['code', 'name', 'symbol', 'digits']} initial={{ digits: 2 }} primary />} />
      <div className={styles.page}>
        <p className={styles.lead}>{t('setup.currencies_text', { currency: base })}</p>
        {isPending && <SkeletonRows />}
        {ordered?.map((each) => (
          <ParentPanel
            key={each.id}
            object={currency}
            record={each}
            fields={['name', 'symbol', 'digits', 'active']}
            note={each.code === base ? t('setup.base_currency') : String(each.name ?? '')}
            actions={each.code !== base && <AddRecord object={rate} fields={['rate', 'valid_from']} required={['rate']} preset={{ currency_id: each.id }} initial={{ valid_from: formats.today }} label={t('setup.rate')} />}
          >
            {each.code !== base && (
              <SettingsTable object={rate} columns={['valid_from', 'rate']} filter={{ field: 'currency_id', op: '=', value: each.id }} sort="-valid_from" label={t('setup.rates_of', { currency: String(each.code) })} empty={t('setup.no_rates', { currency: String(each.code) })} />
            )}
          </ParentPanel>
        ))}
      </div>
    </>
  );
}
