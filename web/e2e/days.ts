/** A day of next year, which is never today: the first Monday of a month, or so many days after it. */
export function nextYear(month: number, days = 0): string {
  const first = new Date(Date.UTC(new Date().getUTCFullYear() + 1, month - 1, 1));
  const untilMonday = (8 - first.getUTCDay()) % 7;
  first.setUTCDate(1 + untilMonday + days);
  return first.toISOString().slice(0, 10);
}
