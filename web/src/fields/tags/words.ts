const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** With one more, unless it is there in whatever case. */
export function withTag(tags: readonly string[], tag: string): string[] {
  const word = tag.trim();
  return word === '' || tags.some((each) => same(each, word)) ? [...tags] : [...tags, word];
}

export function withoutTag(tags: readonly string[], tag: string): string[] {
  return tags.filter((each) => !same(each, tag));
}

/** Whether a word of the tag begins so: what came for the letter before is not offered any more. */
export function beginsLike(tag: string, beginning: string): boolean {
  return ` ${tag}`.toLowerCase().includes(` ${beginning.toLowerCase()}`);
}

/** What stands in the field of tags: words that a comma or a semicolon ends, typed or pasted, and the one that is still being typed. */
export function wordsOf(typed: string): { ended: string[]; rest: string } {
  const words = typed.split(/[;,]/).map((word) => word.trimStart());
  return { ended: words.slice(0, -1).filter((word) => word !== ''), rest: words.at(-1) ?? '' };
}
