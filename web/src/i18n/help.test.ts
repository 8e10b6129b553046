import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { lexer, type Token, walkTokens } from 'marked';
import { describe, expect, it } from 'vitest';
import { type Catalogue, english, loadCatalogue, type MessageId } from './catalogues';
import madeFrom from './help/made-from.json';
import { loadLabels } from './labels';

const languages = ['ar', 'de', 'es', 'fr', 'ja', 'pt', 'zh'] as const;
// The query language is for programmers, who read it in English.
const topics = ['using', 'import', 'formulas', 'sharing'] as const;

const documents = path.resolve(import.meta.dirname, '../../../docs');
const folderOf = (language: string) => path.join(import.meta.dirname, 'help', language);
const read = (folder: string, topic: string) => readFileSync(path.join(folder, `${topic}.md`), 'utf8');

const blocksOf = (folder: string, topic: string) => lexer(read(folder, topic)).filter((block) => block.type !== 'space');

function outlineOf(block: Token): string {
  if (block.type === 'heading') return `heading ${String(block.depth)}`;
  if (block.type === 'list') return `list of ${String((block.items as unknown[]).length)}`;
  if (block.type === 'table') return `table of ${String((block.header as unknown[]).length)} by ${String((block.rows as unknown[]).length)}`;
  return block.type === 'code' ? block.raw : block.type;
}

/** What a text has in common with its translations: its blocks, and in each the code, the links, and how many words are set off. */
function shapeOf(folder: string, topic: string) {
  return blocksOf(folder, topic).map((block) => {
    const code: string[] = [];
    const links: string[] = [];
    let strong = 0;
    void walkTokens([block], (token) => {
      if (token.type === 'codespan') code.push(token.raw);
      if (token.type === 'link') links.push(path.resolve(folder, token.href as string));
      if (token.type === 'strong') strong += 1;
    });
    return { block: outlineOf(block), code: code.toSorted(), links: links.toSorted(), strong };
  });
}

/** What the screens call that in another language; nothing when it is on none. One word may be two there: "Import" is a button and a step. */
function wordsFor(text: string, catalogue: Catalogue, labels: Readonly<Record<string, string>>): string[] {
  const messages = (Object.keys(english) as MessageId[]).filter((id) => english[id] === text);
  return [...messages.map((id) => catalogue[id]), ...(labels[text] ? [labels[text]] : [])];
}

/** Words in italics that a script has no italics for. */
function slantedIn(folder: string, topic: string): string[] {
  const slanted: string[] = [];
  void walkTokens(lexer(read(folder, topic)), (token) => {
    if (token.type === 'em' && /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Arabic}]/u.test(token.text as string)) slanted.push(token.text as string);
  });
  return slanted;
}

/** What git calls the English text: `git hash-object`. */
function versionOf(topic: string): string {
  const bytes = readFileSync(path.join(documents, `${topic}.md`));
  return createHash('sha1').update(`blob ${String(bytes.length)}\0`).update(bytes).digest('hex');
}

describe.each(languages)('the help in %s', (language) => {
  it('has every topic, and no other', () => {
    expect(readdirSync(folderOf(language)).toSorted()).toEqual(topics.map((topic) => `${topic}.md`).toSorted());
  });

  it.each(topics)('has the blocks, code and links of %s.md', (topic) => {
    expect(shapeOf(folderOf(language), topic)).toEqual(shapeOf(documents, topic));
  });

  it.each(topics)('has words of %s.md in quotation marks where its script has no italics', (topic) => {
    expect(slantedIn(folderOf(language), topic)).toEqual([]);
  });

  it.each(topics)('names in %s.md what is on the screens as they do', async (topic) => {
    const [catalogue, labels] = [await loadCatalogue(language), await loadLabels(language)];
    const translated = blocksOf(folderOf(language), topic).map((block) => block.raw.replace(/\s+/g, ' '));
    const missing: string[] = [];
    blocksOf(documents, topic).forEach((block, index) => {
      void walkTokens([block], (token) => {
        if (token.type !== 'em' && token.type !== 'strong') return;
        const words = wordsFor(token.text as string, catalogue, labels);
        if (words.length > 0 && !words.some((word) => translated[index]?.includes(word))) missing.push(`${words.join(' or ')}: ${translated[index] ?? ''}`);
      });
    });
    expect(missing).toEqual([]);
  });
});

it('is made from the English as it is now', () => {
  const stale = topics.flatMap((topic) => {
    const now = versionOf(topic);
    const behind = languages.filter((language) => madeFrom[topic][language] !== now);
    return behind.map((language) => `help/${language}/${topic}.md: translate what "git diff ${madeFrom[topic][language]} docs/${topic}.md" shows, then write ${now} into help/made-from.json`);
  });
  expect(stale).toEqual([]);
});
