/** Small letters without marks over them, as people type them: "Manana" is "mañana". */
export const plain = (text: string) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC').replace(/[’ʼ]/g, "'");

/** What a language calls days; all in plain letters. */
interface DayNames {
  /** "tomorrow", by how many days it is away. */
  away: ReadonlyMap<string, number>;
  /** From Sunday on, each in full and short. */
  weekdays: readonly string[][];
  months: readonly string[];
  /** "in 2 weeks". */
  in: (count: number, unit: 'day' | 'week') => string;
}

const known = new Map<string, DayNames>();

function namesIn(locale: string): DayNames {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const written = (options: Intl.DateTimeFormatOptions, date: number) => plain(new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(date)).replace(/\.$/, '');
  return {
    away: new Map([-2, -1, 0, 1, 2].map((days) => [plain(relative.format(days, 'day')), days])),
    // 4 January 1970 was a Sunday.
    weekdays: Array.from({ length: 7 }, (_, day) => (['long', 'short'] as const).map((weekday) => written({ weekday }, Date.UTC(1970, 0, 4 + day)))),
    months: Array.from({ length: 12 }, (_, month) => written({ month: 'long' }, Date.UTC(2026, month, 1))),
    in: (count, unit) => plain(relative.format(count, unit)),
  };
}

/** What days are called in the person's language and in English, which everybody may type. */
export const dayNames = (locale: string): DayNames[] =>
  [locale, 'en'].map((each) => {
    const names = known.get(each) ?? namesIn(each);
    known.set(each, names);
    return names;
  });
