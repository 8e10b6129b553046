import { addDays, dayFrom, weekdayOf } from './day';

/** Words that people write for days, in the languages of the app. */
const words: Record<string, number> = {
  today: 0, tomorrow: 1, yesterday: -1,
  heute: 0, morgen: 1, übermorgen: 2, gestern: -1,
  'اليوم': 0, 'غدا': 1, 'غدًا': 1, 'أمس': -1,
};

function weekdayNamed(text: string, locale: string): number | null {
  for (const language of [locale, 'en']) {
    for (let weekday = 0; weekday < 7; weekday += 1) {
      // 4 January 1970 was a Sunday.
      const name = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(1970, 0, 4 + weekday)));
      if (text.length >= 2 && name.toLowerCase().startsWith(text)) return weekday;
    }
  }
  return null;
}

function monthNamed(text: string, locale: string): number | null {
  for (const language of [locale, 'en']) {
    for (let month = 1; month <= 12; month += 1) {
      const name = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2026, month - 1, 1)));
      if (text.length >= 3 && name.toLowerCase().startsWith(text)) return month;
    }
  }
  return null;
}

function dayBeforeMonth(locale: string): boolean {
  const parts = new Intl.DateTimeFormat(locale, { dateStyle: 'short' }).formatToParts(new Date(Date.UTC(2026, 11, 25)));
  return parts.findIndex((part) => part.type === 'day') < parts.findIndex((part) => part.type === 'month');
}

function fullYear(text: string | undefined, today: string): number {
  if (!text) return Number(today.slice(0, 4));
  return text.length <= 2 ? 2000 + Number(text) : Number(text);
}

/**
 * The day that a person means: "2026-11-21", "21.11.", "11/21/26", "21 nov", "tomorrow", "fri", "+3", "in 2 weeks".
 *
 * Without a year it is this year's; a weekday is the next one. Null when it is no day.
 */
export function parseLooseDate(input: string, today: string, locale: string): string | null {
  const text = input.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return dayFrom(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const word = words[text];
  if (word !== undefined) return addDays(today, word);

  const step = /^(?:\+|in )\s*(\d{1,4})\s*(d|days?|tagen?|w|weeks?|wochen?)?$/.exec(text);
  if (step) return addDays(today, Number(step[1]) * (step[2]?.startsWith('w') ? 7 : 1));

  const figures = /^(\d{1,2})([./-])(\d{1,2})(?:\2(\d{2}|\d{4})?)?$/.exec(text);
  if (figures) {
    const [first, second] = [Number(figures[1]), Number(figures[3])];
    const dayFirst = figures[2] === '.' || first > 12 || (second <= 12 && dayBeforeMonth(locale));
    const year = fullYear(figures[4], today);
    return dayFirst ? dayFrom(year, second, first) : dayFrom(year, first, second);
  }

  const named = /^(\d{1,2})\.?\s+([\p{L}.]+)\s*(\d{4})?$/u.exec(text) ?? /^([\p{L}.]+)\s+(\d{1,2}),?\s*(\d{4})?$/u.exec(text);
  if (named) {
    const dayFirst = /^\d/.test(named[1] ?? '');
    const month = monthNamed(((dayFirst ? named[2] : named[1]) ?? '').replace('.', ''), locale);
    if (month) return dayFrom(fullYear(named[3], today), month, Number(dayFirst ? named[1] : named[2]));
  }

  const weekday = weekdayNamed(text.replace(/^next /, ''), locale);
  if (weekday !== null) return addDays(today, (weekday - weekdayOf(today) + 6) % 7 + 1);
  return null;
}

/** "15:00", "3pm", "9.30": hours and minutes; null when it is no time of day. */
export function parseLooseTime(input: string): { hour: number; minute: number } | null {
  const match = /^(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm|uhr)?$/.exec(input.trim().toLowerCase());
  if (!match) return null;
  const half = match[3];
  if (!match[2] && !half) return null;
  const hour = (Number(match[1]) % (half === 'am' || half === 'pm' ? 12 : 25)) + (half === 'pm' ? 12 : 0);
  const minute = Number(match[2] ?? 0);
  return hour < 24 && minute < 60 ? { hour, minute } : null;
}

/** A day and a time in one line: "tomorrow 3pm", "21.11. 15:00", "fri". Without a time it is nine in the morning. */
export function parseLooseMoment(input: string, today: string, locale: string): { day: string; hour: number; minute: number } | null {
  const text = input.trim();
  const timeOnly = parseLooseTime(text);
  if (timeOnly) return { day: today, ...timeOnly };
  const match = /^(.*?)[\s,]+(\d{1,2}(?:[:.h]\d{2})?\s*(?:am|pm|uhr)?)$/i.exec(text);
  const time = match && parseLooseTime(match[2] ?? '');
  const day = parseLooseDate(time ? (match[1] ?? '') : text, today, locale);
  return day ? { day, ...(time || { hour: 9, minute: 0 }) } : null;
}
