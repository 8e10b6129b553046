const magnitudes: Record<string, number> = { k: 1e3, m: 1e6, mio: 1e6, b: 1e9, mrd: 1e9 };

function decimalSeparator(locale: string): string {
  return new Intl.NumberFormat(locale).formatToParts(1.5).find((part) => part.type === 'decimal')?.value ?? '.';
}

/**
 * The number that a person means: "1.5k", "€1,234.50", "1.234,50", "12 %", "(5)".
 *
 * A lone separator with three digits after it is read the way `locale` writes thousands. Null when it is no number.
 */
export function parseLooseNumber(input: string, locale: string): number | null {
  const match = /^([-−(]?)[\p{Sc}\s]*([-−]?)([\d.,'’\s\u00a0\u202f]*\d)\s*([a-z]*)[\p{Sc}\s%)]*$/iu.exec(input.trim().replace(/^\p{Lu}{3}\s+|\s+\p{Lu}{3}$/gu, ''));
  if (!match) return null;
  const suffix = (match[4] ?? '').toLowerCase();
  const magnitude = suffix ? magnitudes[suffix] : 1;
  if (magnitude === undefined) return null;
  const digits = (match[3] ?? '').replace(/['’\s\u00a0\u202f]/g, '');
  const separators = digits.match(/[.,]/g) ?? [];
  const last = separators[separators.length - 1];
  const alone = new Set(separators).size === 1;
  const grouping = alone && (separators.length > 1 || (/[.,]\d{3}$/.test(digits) && last !== decimalSeparator(locale)));
  const plain = grouping || !last ? digits.replace(/[.,]/g, '') : digits.slice(0, digits.lastIndexOf(last)).replace(/[.,]/g, '') + '.' + digits.slice(digits.lastIndexOf(last) + 1);
  const number = Number(plain) * magnitude;
  if (!Number.isFinite(number)) return null;
  const rounded = Number(number.toPrecision(15));
  return match[1] || match[2] ? -rounded : rounded;
}
