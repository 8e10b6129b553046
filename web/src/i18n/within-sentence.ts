/**
 * "No <low>{objects}</low> yet": a label begins with a capital, a word within a sentence does not, in languages that write nouns small.
 * What is written in capitals, such as "SLA", stays.
 */
export const withinSentence = {
  low: (words: readonly string[]) => words.join('').replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase()),
};
