/** What people are told of problems in a language, by what the server says in English; {names} stand for what differs. */
export type ProblemWords = Readonly<Record<string, string>>;

interface Sentence {
  english: RegExp;
  names: string[];
  text: string;
}

const placeholder = /\{(\w+)\}/;

function sentenceOf(english: string, text: string): Sentence {
  const parts = english.split(placeholder);
  const names = parts.filter((_, place) => place % 2 === 1);
  const pattern = parts.map((part, place) => (place % 2 === 1 ? '(.+)' : part.replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`))).join('');
  return { english: new RegExp(`^${pattern}$`, 's'), names, text };
}

let sentences: Sentence[] = [];
let labelWords: Readonly<Record<string, string>> = {};

/** From now on problems are told in these words, and labels in them by these. */
export function speakOfProblems(words: ProblemWords, labels: Readonly<Record<string, string>>): void {
  sentences = Object.entries(words).map(([english, text]) => sentenceOf(english, text));
  labelWords = labels;
}

/** The sentence in the person's language; as the server said it where it is not known, such as what an administrator wrote. */
export function inWords(said: string): string {
  for (const { english, names, text } of sentences) {
    const found = english.exec(said);
    if (!found) continue;
    const values = new Map(names.map((name, place) => [name, found[place + 1] ?? '']));
    return text.replaceAll(new RegExp(placeholder, 'g'), (_, name: string) => {
      const value = values.get(name) ?? '';
      return labelWords[value] ?? value;
    });
  }
  return said;
}
