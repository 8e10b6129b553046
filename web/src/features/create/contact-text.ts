import { splitName } from '@/lib/split-name';
import { readCard } from './card-text';

/** What a text may say of a person, by the name of the field; `company` is the account's name of a contact. */
export type Found = Partial<Record<'first_name' | 'last_name' | 'title' | 'company' | 'email' | 'phone' | 'mobile' | 'website' | 'linkedin', string>>;

const mail = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/u;
const site = /(?:https?:\/\/)?(?:www\.[\p{L}\p{N}.-]+\.\p{L}{2,}|(?<=https?:\/\/)[\p{L}\p{N}.-]+\.\p{L}{2,})(?:\/[^\s|,]*)?/iu;
const profile = /(?:https?:\/\/)?(?:[a-z]{2,3}\.)?linkedin\.com\/in\/[^\s|,]+/i;
const number = /(?:\+|\b00|\(?\b0|\(\d)[\d\s()./-]{5,}\d|\b\d{3}[-. ]\d{3}[-. ]\d{4}\b/;
const mobileLabel = /\b(?:mobile?|mob|cell|handy|móvil|m)\b\s*[.:)]?\s*$/i;
const faxLabel = /\b(?:fax|telefax|f)\b\s*[.:)]?\s*$/i;
const legalForm = /\b(?:gmbh|ag|kg|se|inc|ltd|llc|llp|plc|corp|corporation|company|co|s\.?a\.?|sarl|sas|s\.?l\.?|bv|b\.v\.|nv|oy|ab|aps|s\.?p\.?a\.?|s\.?r\.?l\.?|pty|kk|group|holding)\b\.?$/i;
const jobWord =
  /\b(?:manager|director|head|chief|officer|c[efmot]o|vp|president|founder|owner|partner|engineer|developer|designer|architect|consultant|analyst|advisor|assistant|sales|marketing|account executive|specialist|lead|leiter(?:in)?|geschäftsführer(?:in)?|berater(?:in)?|vertrieb|entwickler(?:in)?|directeur|directrice|responsable|ingénieur|gérant|gerente|director[a]?|ingeniero|jefe|diretor[a]?)\b/i;
/** What stands around a signature, or beside a profile, and says nothing of the person. */
const noise =
  /^(?:-{2,}|_{2,}|(?:best|kind|warm|many)?\s*regards|best wishes|cheers|thanks?|sincerely|mit freundlichen grüßen|viele grüße|beste grüße|cordialement|bien cordialement|saludos|atentamente|atenciosamente|sent from my|he\/him|she\/her|they\/them|·?\s*\d(?:st|nd|rd|th)\b|[\d,.+]+\s*(?:connections|followers)|contact info|message|connect|follow|more)\b/i;
const degree = /^(?:(?:dr|prof|mr|mrs|ms|herr|frau|dipl\.?-ing|ing|mag)\.?\s+)+|,?\s*(?:ph\.?d\.?|mba|m\.?sc\.?|b\.?sc\.?|m\.?a\.?|cpa)\.?$/gi;
const joins = /\s+(?:at|bei|chez|en|@|presso|na)\s+|\s*@\s+/i;

/** No line of a signature is longer, and patterns need not go through more. */
const longestLine = 300;

const nameWord = /^(?:\p{Lu}[\p{L}'’.-]*|von|van|de|der|den|del|della|da|dos|di|la|le|bin|al)$/u;

function isName(line: string): boolean {
  const words = line.replace(degree, '').trim().split(/\s+/);
  return words.length >= 2 && words.length <= 5 && words.every((word) => nameWord.test(word)) && !legalForm.test(line) && !jobWord.test(line);
}

const folded = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Takes a piece that a pattern finds out of a line; what was in front of it tells of which kind it is. */
function take(line: string, pattern: RegExp): { piece: string; before: string; rest: string } | null {
  const found = pattern.exec(line);
  if (!found) return null;
  const before = line.slice(0, found.index);
  return { piece: found[0].trim(), before, rest: `${before}|${line.slice(found.index + found[0].length)}` };
}

/** Reads addresses and numbers out of a line, and answers the pieces of text that are left. */
function readLine(line: string, found: Found): string[] {
  let rest = line;
  for (let each = take(rest, profile); each; each = take(rest, profile)) [found.linkedin, rest] = [found.linkedin ?? each.piece, each.rest];
  for (let each = take(rest, mail); each; each = take(rest, mail)) [found.email, rest] = [found.email ?? each.piece, each.rest];
  for (let each = take(rest, site); each; each = take(rest, site)) [found.website, rest] = [found.website ?? each.piece, each.rest];
  for (let each = take(rest, number); each; each = take(rest, number)) {
    rest = each.rest;
    if (faxLabel.test(each.before)) continue;
    const kind = mobileLabel.test(each.before) ? 'mobile' : 'phone';
    found[kind] ??= each.piece;
  }
  if (rest !== line) rest = rest.replace(/\b(?:tel|telefon|telephone|phone|office|mobile?|mob|cell|handy|fax|telefax|e-?mail|web|website|[tmfpwe])\b\s*[.:)]?\s*(?=\||$)/gi, '');
  return rest
    .split(/\s*[|•·]\s*|\s+[–—-]\s+/)
    .map((piece) => piece.trim())
    .filter((piece) => /\p{L}{2}/u.test(piece) && !noise.test(piece));
}

/** What a mail signature, a card or a copied profile says of a person: proposals, for a person to take or leave. */
export function readContactText(text: string): Found {
  if (/^\s*BEGIN:VCARD/i.test(text)) return readCard(text.trim());
  const found: Found = {};
  const pieces = text
    .split(/\r?\n/)
    .slice(0, 100)
    .filter((line) => line.length <= longestLine && !noise.test(line.trim()))
    .flatMap((line) => readLine(line.trim(), found))
    .slice(0, 60);

  // The one whom the mail address is of, or else the first that looks like a name.
  const owner = folded(found.email?.split('@')[0] ?? '');
  const names = pieces.filter(isName);
  const name = names.find((piece) => piece.split(/\s+/).some((word) => word.length > 2 && owner.includes(folded(word)))) ?? names[0];
  if (name) Object.assign(found, splitName(name.replace(degree, '').split(',')[0] ?? ''));

  const others = pieces.filter((piece) => piece !== name);
  const job = others.find((piece) => jobWord.test(piece) && piece.length < 100);
  const [title, employer] = job?.split(joins) ?? [];
  if (title) found.title = title.replace(/,\s*$/, '').trim();
  const domain = folded(found.email?.split('@')[1]?.split('.').slice(0, -1).pop() ?? '');
  const company = employer ?? others.find((piece) => piece !== job && legalForm.test(piece)) ?? others.find((piece) => piece !== job && domain.length > 2 && folded(piece).includes(domain));
  if (company) found.company = company.trim();
  return found;
}
