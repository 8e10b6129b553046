import type { MessageId } from '@/i18n/catalogues';

/** Periods that a date may be compared with; the server reads them in the person's time zone and fiscal year. */
export const periods: Record<string, MessageId> = {
  TODAY: 'period.today',
  YESTERDAY: 'period.yesterday',
  TOMORROW: 'period.tomorrow',
  THIS_WEEK: 'period.this_week',
  LAST_WEEK: 'period.last_week',
  NEXT_WEEK: 'period.next_week',
  THIS_MONTH: 'period.this_month',
  LAST_MONTH: 'period.last_month',
  NEXT_MONTH: 'period.next_month',
  THIS_QUARTER: 'period.this_quarter',
  LAST_QUARTER: 'period.last_quarter',
  NEXT_QUARTER: 'period.next_quarter',
  THIS_YEAR: 'period.this_year',
  LAST_YEAR: 'period.last_year',
  'LAST_N_DAYS:7': 'period.last_7_days',
  'LAST_N_DAYS:14': 'period.last_14_days',
  'LAST_N_DAYS:30': 'period.last_30_days',
  'LAST_N_DAYS:90': 'period.last_90_days',
  'NEXT_N_DAYS:7': 'period.next_7_days',
  'NEXT_N_DAYS:30': 'period.next_30_days',
  'NEXT_N_DAYS:90': 'period.next_90_days',
};
