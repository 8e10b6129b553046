import type { Found } from './contact-text';

/** Text of a value: escapes undone. */
const plain = (text: string) => text.replace(/\\n/gi, '\n').replace(/\\([,;\\])/g, '$1').trim();

/** The parts between semicolons that are not escaped. */
const parts = (value: string) => value.split(/(?<!\\);/).map(plain);

/** What the first card (vCard) in a text says of a person. */
export function readCard(text: string): Found {
  const found: Found = {};
  const put = (key: keyof Found, value: string | undefined) => {
    if (value && !found[key]) found[key] = value;
  };
  for (const line of text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/)) {
    const [, head = '', value = ''] = /^([^:]*):(.*)$/.exec(line) ?? [];
    const [name = '', ...settings] = head.toUpperCase().split(';');
    const kinds = settings.join(';');
    switch (name.replace(/^.*\./, '')) {
      case 'END':
        return found;
      case 'N': {
        const [last, first] = parts(value);
        put('last_name', last);
        put('first_name', first);
        break;
      }
      case 'FN':
        if (!/^(?:.*\.)?N[;:]/im.test(text)) {
          const words = plain(value).split(/\s+/);
          put('last_name', words.pop());
          put('first_name', words.join(' '));
        }
        break;
      case 'ORG':
        put('company', parts(value)[0]);
        break;
      case 'TITLE':
        put('title', plain(value));
        break;
      case 'EMAIL':
        put('email', plain(value).replace(/^mailto:/i, ''));
        break;
      case 'TEL':
        if (!/FAX|PAGER/.test(kinds)) put(/CELL/.test(kinds) ? 'mobile' : 'phone', plain(value).replace(/^tel:/i, ''));
        break;
      case 'URL':
        put(/linkedin\.com/i.test(value) ? 'linkedin' : 'website', plain(value));
        break;
      default:
    }
  }
  return found;
}
