/** What stands between an "@" and the cursor, where a name is being typed. */
export interface TypedMention {
  wanted: string;
  /** From the "@" to the cursor. */
  range: Range;
}

// An "@" at the beginning of a word, and up to two words behind it; an e-mail address is none.
const typed = /(?:^|[\s(])@([^\s@]{0,40}(?: [^\s@]{1,40})?)$/u;

export function typedMention(editor: HTMLElement): TypedMention | null {
  const selection = document.getSelection();
  const node = selection?.anchorNode;
  if (!selection?.isCollapsed || !node || node.nodeType !== Node.TEXT_NODE || !editor.contains(node)) return null;
  const found = typed.exec((node.textContent ?? '').slice(0, selection.anchorOffset).replaceAll('\u00a0', ' '));
  if (found?.[1] === undefined) return null;
  const range = document.createRange();
  range.setStart(node, selection.anchorOffset - found[1].length - 1);
  range.setEnd(node, selection.anchorOffset);
  return { wanted: found[1], range };
}

/** A name is deleted as a whole. */
export const keepWhole = (mention: HTMLElement) => (mention.contentEditable = 'false');

/** Puts somebody's name in the place of what was typed, and the cursor behind it. */
export function putMention({ range }: TypedMention, { id, name }: { id: string; name: string }): void {
  const mention = document.createElement('span');
  mention.dataset.mention = id;
  mention.textContent = `@${name}`;
  keepWhole(mention);
  const behind = document.createTextNode('\u00a0');
  range.deleteContents();
  range.insertNode(behind);
  range.insertNode(mention);
  document.getSelection()?.collapse(behind, 1);
}
