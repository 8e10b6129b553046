import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { daysBetween } from '@/lib/day';
import { dayOf } from '@/lib/zone';
import { locales, nearestLocale } from './locales';
import { useRegion } from './region';

// One formatter a set of options: making one costs a thousand times more than using it.
const formatters = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>();

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `n${locale}${JSON.stringify(options)}`;
  const known = formatters.get(key) ?? new Intl.NumberFormat(locale, options);
  formatters.set(key, known);
  return known as Intl.NumberFormat;
}

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `d${locale}${JSON.stringify(options)}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formatters.set(key, known);
  return known as Intl.DateTimeFormat;
}

function relativeFormat(locale: string, style: 'long' | 'short'): Intl.RelativeTimeFormat {
  const key = `r${style}${locale}`;
  const known = formatters.get(key) ?? new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style });
  formatters.set(key, known);
  return known as Intl.RelativeTimeFormat;
}

export interface Formats {
  locale: string;
  timeZone: string;
  currency: string;
  /** Today on the person's wall, "2026-11-21". */
  today: string;
  number: (value: number, scale?: number) => string;
  percent: (value: number) => string;
  /** "1.4 MB". */
  bytes: (value: number) => string;
  /** With its currency; without cents where there are none, unless `exact`. */
  money: (value: number, currency?: string | null, exact?: boolean) => string;
  /** "18 Dec", with the year when it is not this one. */
  day: (day: string) => string;
  /** "Mon 23" within a week, else as `day`. */
  nearDay: (day: string) => string;
  /** "18 December 2026". */
  longDay: (day: string) => string;
  /** "Friday 20 November". */
  weekday: (day: string) => string;
  /** "Fri 20 Nov". */
  shortWeekday: (day: string) => string;
  clock: (moment: string) => string;
  moment: (moment: string) => string;
  /** As `moment`, with the weekday within a week. */
  nearMoment: (moment: string) => string;
  /** "in 3 days", "yesterday". */
  fromToday: (day: string) => string;
  /** "5 min ago", "yesterday"; the day when it was more than a week ago. */
  ago: (moment: string) => string;
}

/** Numbers, money, days and moments as the person reads them. */
export function useFormats(): Formats {
  const { locale: language } = useIntl();
  const { locale: own, timeZone, currency } = useRegion();
  const locale = own?.split('-')[0] === language ? own : language;
  return useMemo(() => formatsFor(locale, timeZone, currency), [locale, timeZone, currency]);
}

export function formatsFor(locale: string, timeZone: string, currency: string, now = () => new Date()): Formats {
  const today = dayOf(now(), timeZone);
  // Amounts stay left to right, and so does the place of their sign.
  const figures = locales[nearestLocale([locale])].dir === 'rtl' ? 'en' : locale;
  const utcDay = (day: string) => new Date(`${day}T00:00:00Z`);
  // What was typed and is no day is shown as it was typed, until the server says what is wrong with it.
  const isDay = (text: string) => !Number.isNaN(utcDay(text).getTime());
  const isMoment = (text: string) => !Number.isNaN(Date.parse(text));
  // A day has no time zone: it is shown as it is.
  const day = (text: string, options: Intl.DateTimeFormatOptions) => (isDay(text) ? dateFormat(locale, { timeZone: 'UTC', ...options }).format(utcDay(text)) : text);
  const sameYear = (text: string) => text.slice(0, 4) === today.slice(0, 4);
  const short = (text: string) => day(text, { day: 'numeric', month: 'short', ...(sameYear(text) ? {} : { year: 'numeric' }) });
  const near = (text: string) => (isDay(text) && Math.abs(daysBetween(today, text)) < 7 ? `${day(text, { weekday: 'short' })} ${day(text, { day: 'numeric' })}` : short(text));
  const clock = (moment: string) => (isMoment(moment) ? dateFormat(locale, { timeZone, timeStyle: 'short' }).format(new Date(moment)) : moment);
  return {
    locale,
    timeZone,
    currency,
    today,
    number: (value, scale) => numberFormat(locale, { maximumFractionDigits: scale ?? 2, minimumFractionDigits: 0 }).format(value),
    percent: (value) => numberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(value / 100),
    bytes: (value) => {
      const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
      const step = Math.min(Math.floor(Math.log10(Math.max(value, 1)) / 3), units.length - 1);
      return numberFormat(locale, { style: 'unit', unit: units[step], unitDisplay: step === 0 ? 'long' : 'short', maximumFractionDigits: step > 1 ? 1 : 0 }).format(value / 1000 ** step);
    },
    money: (value, own, exact) => {
      const whole = !exact && Number.isInteger(value);
      const cents = whole ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {};
      return numberFormat(figures, { style: 'currency', currency: own ?? currency, currencyDisplay: 'narrowSymbol', ...cents }).format(value);
    },
    day: short,
    nearDay: near,
    longDay: (text) => day(text, { day: 'numeric', month: 'long', year: 'numeric' }),
    weekday: (text) => day(text, { weekday: 'long', day: 'numeric', month: 'long', ...(sameYear(text) ? {} : { year: 'numeric' }) }),
    shortWeekday: (text) => day(text, { weekday: 'short', day: 'numeric', month: 'short' }),
    clock,
    nearMoment: (moment) => (isMoment(moment) ? `${near(dayOf(new Date(moment), timeZone))}, ${clock(moment)}` : moment),
    moment: (moment) => (isMoment(moment) ? `${short(dayOf(new Date(moment), timeZone))}, ${clock(moment)}` : moment),
    fromToday: (text) => {
      if (!isDay(text)) return '';
      const days = daysBetween(today, text);
      const relative = relativeFormat(locale, 'long');
      if (Math.abs(days) < 60) return relative.format(days, 'day');
      return Math.abs(days) < 2 * 365 ? relative.format(Math.round(days / 30.4), 'month') : relative.format(Math.round(days / 365.25), 'year');
    },
    ago: (moment) => {
      if (!isMoment(moment)) return moment;
      const relative = relativeFormat(locale, 'short');
      const minutes = Math.round((now().getTime() - Date.parse(moment)) / 60_000);
      const then = dayOf(new Date(moment), timeZone);
      const days = daysBetween(then, today);
      if (Math.abs(minutes) < 60) return relative.format(-minutes, 'minute');
      if (Math.abs(minutes) < 12 * 60 || days === 0) return relative.format(-Math.round(minutes / 60), 'hour');
      return Math.abs(days) < 7 ? relative.format(-days, 'day') : short(then);
    },
  };
}
