// The same as the server's for CSV: server/documents/csv/formula_guard.cpp.

const beginsFormula = (text: string) => /^(?:[\t\r\n]| *[=@+\-＝＠＋－])/u.test(text);

/** A sign and nothing but digits as people group them, of which nothing can be run. */
const isNumber = (text: string) => /^ *[+\-＋－][\d., ]*$/u.test(text);

const hasGuard = (text: string): boolean => text.startsWith("'") && (beginsFormula(text.slice(1)) || hasGuard(text.slice(1)));

/** Text with an apostrophe in front where a spreadsheet would run it as a formula; there the apostrophe says that it is text. */
export const guarded = (text: string) => (hasGuard(text) || (beginsFormula(text) && !isNumber(text)) ? `'${text}` : text);

/** The text without its guard, when it has one. */
export const unguarded = (text: string) => (hasGuard(text) ? text.slice(1) : text);
