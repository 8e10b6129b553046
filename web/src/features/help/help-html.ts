import { marked } from 'marked';

/** A text of the help as part of a page. The texts are our own; links between documents lead nowhere here. */
export function htmlOf(text: string): string {
  return marked
    .parse(text, { async: false })
    .replace(/<a href="(?!https?:)[^"]*">(.*?)<\/a>/g, '$1')
    .replace(/<(\/?)h([1-5])/g, (_, end: string, level: string) => `<${end}h${Number(level) + 1}`)
    .replace(/<pre>/g, '<pre tabindex="0" dir="ltr">');
}
