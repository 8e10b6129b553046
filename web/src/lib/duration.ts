const seconds: Record<string, number> = { d: 86_400, h: 3600, m: 60, s: 1 };

/** Seconds of "1h 30m", "90 min", "1:30" (hours and minutes); a bare figure is minutes. Null when it is no duration. */
export function parseDuration(input: string): number | null {
  const text = input.trim().toLowerCase();
  const clock = /^(\d+):(\d{2})$/.exec(text);
  if (clock) return Number(clock[1]) * 3600 + Number(clock[2]) * 60;
  if (/^\d+$/.test(text)) return Number(text) * 60;
  if (!/^(\d+\s*(d|h|m|s)[a-z]*\.?\s*)+$/.test(text)) return null;
  return [...text.matchAll(/(\d+)\s*([dhms])/g)].reduce((sum, [, figure, unit]) => sum + Number(figure) * (seconds[unit ?? ''] ?? 0), 0);
}

/** "1h 30m", as parseDuration() reads it. */
export function plainDuration(total: number): string {
  let rest = Math.round(total);
  const parts = Object.entries(seconds).flatMap(([unit, size]) => {
    const figure = Math.floor(rest / size);
    rest -= figure * size;
    return figure > 0 ? [`${figure}${unit}`] : [];
  });
  return parts.join(' ') || '0m';
}

/** "1 hr 30 min" in the language of the person. */
export function durationText(total: number, locale: string): string {
  const names: Record<string, string> = { d: 'day', h: 'hour', m: 'minute', s: 'second' };
  return plainDuration(total)
    .split(' ')
    .map((part) => new Intl.NumberFormat(locale, { style: 'unit', unit: names[part.slice(-1)], unitDisplay: 'short' }).format(Number(part.slice(0, -1))))
    .join(' ');
}
