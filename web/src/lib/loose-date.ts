import { addDays, dayFrom, weekdayOf } from './day';
import { dayNames, plain } from './day-names';
import { momentOf, momentText } from './zone';

/** What stands beside the name of a weekday and says no more than that the next one is meant. */
const nextOne = /^(?:(?:next|on|nachste[nrs]?|kommende[nrs]?|am|el|la|proxim[oa]|prochaine?|le|na|no)\s+)+|\s+(?:que viene|que vem|prochaine?|proxim[oa]|القادمة?|المقبلة?)$/g;

function stepOf(text: string, locale: string): number | null {
  const short = /^(?:\+|in )\s*(\d{1,4})\s*(d|days?|w|weeks?)?$/.exec(text);
  if (short) return Number(short[1]) * (short[2]?.startsWith('w') ? 7 : 1);
  const count = Number(/\d{1,4}/.exec(text)?.[0] ?? 0);
  const isIt = (written: string) => written.replace(/\s/g, '') === text.replace(/\s/g, '');
  for (const names of dayNames(locale)) {
    const away = names.away.get(text);
    if (away !== undefined) return away;
    for (const [unit, days] of [['day', 1], ['week', 7]] as const) {
      const signed = count > 0 ? [count, -count].find((each) => isIt(names.in(each, unit))) : undefined;
      if (signed !== undefined) return signed * days;
    }
  }
  return null;
}

function weekdayNamed(text: string, locale: string): number | null {
  for (const { weekdays } of dayNames(locale)) {
    const weekday = weekdays.findIndex((names) => text.length >= 2 && names.some((name) => name.startsWith(text)));
    if (weekday >= 0) return weekday;
  }
  return null;
}

function monthNamed(text: string, locale: string): number | null {
  for (const { months } of dayNames(locale)) {
    const month = months.findIndex((name) => text.length >= 3 && name.startsWith(text));
    if (month >= 0) return month + 1;
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
 * The day that a person means: "2026-11-21", "21.11.", "11/21/26", "21 nov", "tomorrow", "fri", "+3", "in 2 weeks", in the person's language or in English.
 *
 * Without a year it is this year's; a weekday is the next one. Null when it is no day.
 */
export function parseLooseDate(input: string, today: string, locale: string): string | null {
  const text = plain(input.trim());
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? /^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日?$/.exec(text);
  if (iso) return dayFrom(fullYear(iso[1], today), Number(iso[2]), Number(iso[3]));
  const step = stepOf(text, locale);
  if (step !== null) return addDays(today, step);

  const figures = /^(\d{1,2})([./-])(\d{1,2})(?:\2(\d{2}|\d{4})?)?$/.exec(text);
  if (figures) {
    const [first, second] = [Number(figures[1]), Number(figures[3])];
    const dayFirst = figures[2] === '.' || first > 12 || (second <= 12 && dayBeforeMonth(locale));
    const year = fullYear(figures[4], today);
    return dayFirst ? dayFrom(year, second, first) : dayFrom(year, first, second);
  }

  const named = /^(\d{1,2})(?:\.|er|º)?\s+(?:de )?([\p{L}.]+)\s*(?:de )?(\d{4})?$/u.exec(text) ?? /^([\p{L}.]+)\s+(\d{1,2}),?\s*(\d{4})?$/u.exec(text);
  if (named) {
    const dayFirst = /^\d/.test(named[1] ?? '');
    const month = monthNamed(((dayFirst ? named[2] : named[1]) ?? '').replace('.', ''), locale);
    if (month) return dayFrom(fullYear(named[3], today), month, Number(dayFirst ? named[1] : named[2]));
  }

  const weekday = weekdayNamed(text.replace(nextOne, ''), locale);
  if (weekday !== null) return addDays(today, (weekday - weekdayOf(today) + 6) % 7 + 1);
  return null;
}

const time = String.raw`(\d{1,2})(?:[:.h時点](\d{2})分?)?\s*(am|pm|uhr|h|時|点|ص|م)?`;
const [timeAlone, timeAtEnd] = [new RegExp(`^${time}$`), new RegExp(String.raw`^(.*?)(?:[\s,]+|(?<=\p{Script=Han})|(?<=\d)t(?=\d))(?:(?:at|um|a las?|a|as|في|الساعة)\s+)?(${time})$`, 'u')];

/** "15:00", "3pm", "9.30": hours and minutes; null when it is no time of day. */
export function parseLooseTime(input: string): { hour: number; minute: number } | null {
  const match = timeAlone.exec(plain(input.trim()));
  if (!match) return null;
  const half = { am: 0, ص: 0, pm: 12, م: 12 }[match[3] ?? ''];
  if (!match[2] && !match[3]) return null;
  const hour = (Number(match[1]) % (half === undefined ? 25 : 12)) + (half ?? 0);
  const minute = Number(match[2] ?? 0);
  return hour < 24 && minute < 60 ? { hour, minute } : null;
}

/** A day and a time in one line: "tomorrow 3pm", "21.11. 15:00", "fri". Without a time it is nine in the morning. */
export function parseLooseMoment(input: string, today: string, locale: string): { day: string; hour: number; minute: number } | null {
  const text = plain(input.trim());
  const timeOnly = parseLooseTime(text);
  if (timeOnly) return { day: today, ...timeOnly };
  const match = timeAtEnd.exec(text);
  const clock = match && parseLooseTime(match[2] ?? '');
  const day = parseLooseDate(clock ? (match[1] ?? '') : text, today, locale);
  return day ? { day, ...(clock || { hour: 9, minute: 0 }) } : null;
}

/** The same as the API writes it, told by the clock on the wall of `timeZone`. */
export function looseMomentText(input: string, today: string, locale: string, timeZone: string): string | null {
  const meant = parseLooseMoment(input, today, locale);
  if (!meant) return null;
  const [year = 0, month = 1, day = 1] = meant.day.split('-').map(Number);
  return momentText(momentOf({ year, month, day, hour: meant.hour, minute: meant.minute }, timeZone));
}
