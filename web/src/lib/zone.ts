export interface WallTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
}

const pad = (figure: number, length = 2) => String(figure).padStart(length, '0');

// One formatter a zone: making one costs a thousand times more than using it, and every date on the screen asks.
const walls = new Map<string, Intl.DateTimeFormat>();

function wallOf(timeZone: string): Intl.DateTimeFormat {
  const options = { timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
  const wall = walls.get(timeZone) ?? new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', options);
  walls.set(timeZone, wall);
  return wall;
}

/** What the clock on the wall of `timeZone` shows at a moment. */
export function wallTime(moment: Date, timeZone: string): WallTime {
  const parts = wallOf(timeZone).formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((each) => each.type === type)?.value);
  return { year: part('year'), month: part('month'), day: part('day'), hour: part('hour'), minute: part('minute') };
}

/** The moment at which the wall of `timeZone` shows that time. In the hour that is skipped in spring: one hour later. */
export function momentOf(wall: WallTime, timeZone: string): Date {
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute);
  const offsetAt = (moment: number) => {
    const shown = wallTime(new Date(moment), timeZone);
    return Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute) - moment;
  };
  const first = asUtc - offsetAt(asUtc);
  return new Date(asUtc - offsetAt(first));
}

/** "2026-11-21" on the wall of `timeZone`. */
export function dayOf(moment: Date, timeZone: string): string {
  const wall = wallTime(moment, timeZone);
  return `${pad(wall.year, 4)}-${pad(wall.month)}-${pad(wall.day)}`;
}

/** The moment at which a day begins in `timeZone`. */
export function startOfDay(day: string, timeZone: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return momentOf({ year, month, day: date, hour: 0, minute: 0 }, timeZone);
}

/** "09:30" on the wall of `timeZone`. */
export function clockOf(moment: Date, timeZone: string): string {
  const wall = wallTime(moment, timeZone);
  return `${pad(wall.hour)}:${pad(wall.minute)}`;
}

/** A moment as the API takes it, without fractions of a second. */
export function momentText(moment: Date): string {
  return moment.toISOString().replace(/\.\d+Z$/, 'Z');
}

/** A moment as calendars are told it, who count in UTC: what the clock on the wall of `timeZone` shows. */
export function wallText(moment: string, timeZone: string): string {
  const date = new Date(moment);
  return `${dayOf(date, timeZone)}T${clockOf(date, timeZone)}:00Z`;
}

/** The moment at which the wall of `timeZone` shows what a calendar says. */
export function momentOfWall(wall: Date, timeZone: string): string {
  const time = { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate(), hour: wall.getUTCHours(), minute: wall.getUTCMinutes() };
  return momentText(momentOf(time, timeZone));
}
