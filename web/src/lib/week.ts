interface WeekInfo {
  firstDay: number;
  weekend: number[];
}

interface WeekLocale extends Intl.Locale {
  getWeekInfo?: () => WeekInfo;
  weekInfo?: WeekInfo;
}

function weekOf(locale: string): WeekInfo {
  const known = new Intl.Locale(locale) as WeekLocale;
  return known.getWeekInfo?.() ?? known.weekInfo ?? { firstDay: 1, weekend: [6, 7] };
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** The day that a week begins with, 0 for Sunday: the one that was chosen, else the locale's; Monday where the browser does not know. */
export function firstWeekday(locale: string, chosen?: string | null): number {
  const own = weekdays.indexOf(chosen ?? '');
  return own >= 0 ? own : weekOf(locale).firstDay % 7;
}

/** The days on which people work, 0 for Sunday. */
export function workingDays(locale: string): number[] {
  const free = new Set(weekOf(locale).weekend.map((day) => day % 7));
  return [0, 1, 2, 3, 4, 5, 6].filter((day) => !free.has(day));
}
