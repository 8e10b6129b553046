const allowedTags = new Set(['P', 'BR', 'B', 'STRONG', 'I', 'EM', 'U', 'S', 'UL', 'OL', 'LI', 'A', 'BLOCKQUOTE', 'CODE', 'PRE', 'H1', 'H2', 'H3', 'H4', 'DIV', 'SPAN']);
// With these the content goes too: it is not text for people.
const droppedTags = new Set(['SCRIPT', 'STYLE', 'IFRAME', 'OBJECT', 'EMBED', 'TEMPLATE', 'NOSCRIPT', 'SVG', 'MATH', 'HEAD', 'TITLE']);
const safeAddress = /^(https?:|mailto:|tel:)/i;

const recordId = /^\w{18}$/;

function clean(node: Node, target: Node, page: Document): void {
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) {
      target.appendChild(page.createTextNode(child.textContent ?? ''));
    } else if (child instanceof Element && !droppedTags.has(child.tagName.toUpperCase())) {
      if (!allowedTags.has(child.tagName)) {
        clean(child, target, page);
        continue;
      }
      const copy = page.createElement(child.tagName);
      const address = child.getAttribute('href')?.trim() ?? '';
      if (child.tagName === 'A' && safeAddress.test(address)) {
        copy.setAttribute('href', address);
        copy.setAttribute('target', '_blank');
        copy.setAttribute('rel', 'noreferrer');
      }
      const mentioned = child.getAttribute('data-mention') ?? '';
      if (child.tagName === 'SPAN' && recordId.test(mentioned)) copy.setAttribute('data-mention', mentioned);
      clean(child, copy, page);
      target.appendChild(copy);
    }
  }
}

/** The same text with only harmless markup left: no scripts, no styles, no images, no handlers. */
export function safeHtml(html: string): string {
  const source = new DOMParser().parseFromString(html, 'text/html');
  const result = document.implementation.createHTMLDocument('');
  clean(source.body, result.body, result);
  return result.body.innerHTML;
}

/** Ids of the people and teams that safe HTML mentions, each once. */
export function mentionsIn(html: string): string[] {
  return [...new Set([...html.matchAll(/ data-mention="(\w{18})"/g)].flatMap(([, id]) => id ?? []))];
}

/** Safe HTML in which those who are mentioned are called so; who is not known keeps the name of then. */
export function withNames(html: string, names: ReadonlyMap<string, string>): string {
  if (names.size === 0) return html;
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const mention of page.querySelectorAll<HTMLElement>('[data-mention]')) {
    const name = names.get(mention.dataset.mention ?? '');
    if (name) mention.textContent = `@${name}`;
  }
  return page.body.innerHTML;
}

/** What a person reads in it, on one line. */
export function textOfHtml(html: string): string {
  const page = new DOMParser().parseFromString(html.replace(/<(br|\/p|\/div|\/li)[^>]*>/gi, '$& '), 'text/html');
  return (page.body.textContent ?? '').replace(/\s+/g, ' ').trim();
}
