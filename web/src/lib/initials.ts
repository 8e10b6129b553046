/** First letters of the first and the last word; one character for names written without spaces. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter((word) => !word.endsWith('.'));
  const first = words[0] ?? name.trim();
  const last = words.length > 1 ? (words[words.length - 1] ?? '') : '';
  return ([...first][0] ?? '').toLocaleUpperCase() + ([...last][0] ?? '').toLocaleUpperCase();
}
