import type { ProblemWords } from '@/lib/problem-words';

const languages = import.meta.glob<ProblemWords>('./problems/*.json', { import: 'default' });

/** What the server says of problems, in a language; nothing for English, which it speaks itself. */
export const loadProblems = async (locale: string): Promise<ProblemWords> => (await languages[`./problems/${locale}.json`]?.()) ?? {};
