/** How far the clocks of a zone are from UTC at a moment, as its name there: "GMT+1". */
const offsetOf = (moment: Date, timeZone: string) => new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value;

/** What clocks show at a moment in the zone that it was planned in, with the zone's name, where that differs from the person's; undefined where it does not, or the zone is none. */
export function zoneNote(text: string, planned: unknown, own: string, locale: string): string | undefined {
  const moment = new Date(text);
  if (typeof planned !== 'string' || !planned || planned === own || Number.isNaN(moment.getTime())) return undefined;
  try {
    if (offsetOf(moment, planned) === offsetOf(moment, own)) return undefined;
    return new Intl.DateTimeFormat(locale, { timeZone: planned, weekday: 'short', hour: 'numeric', minute: '2-digit', timeZoneName: 'short' }).format(moment);
  } catch {
    return undefined;
  }
}
