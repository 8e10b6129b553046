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
let ownWords: ReadonlyMap<string, string> = new Map();

/** From now on problems are told in these words, and labels in them by these. */
export function speakOfProblems(words: ProblemWords, labels: Readonly<Record<string, string>>): void {
  sentences = Object.entries(words).map(([english, text]) => sentenceOf(english, text));
  labelWords = labels;
}

/** The same for what administrators wrote and translated: their labels, and the messages of their rules. */
export function speakOfOwn(words: ReadonlyMap<string, string>): void {
  ownWords = words;
}

const labelInWords = (label: string) => ownWords.get(label) ?? (Object.hasOwn(labelWords, label) ? (labelWords[label] ?? label) : label);

/** The sentence in the person's language; as the server said it where it is not known, such as what an administrator wrote in one language. */
export function inWords(said: string): string {
  const own = ownWords.get(said);
  if (own !== undefined) return own;
  for (const { english, names, text } of sentences) {
    const found = english.exec(said);
    if (!found) continue;
    const values = new Map(names.map((name, place) => [name, found[place + 1] ?? '']));
    return text.replaceAll(new RegExp(placeholder, 'g'), (_, name: string) => labelInWords(values.get(name) ?? ''));
  }
  return said;
}
