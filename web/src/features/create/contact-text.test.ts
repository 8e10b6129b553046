import { expect, it } from 'vitest';
import { readContactText } from './contact-text';

it('reads a signature', () => {
  expect(readContactText('Best regards,\n\nDr. Ada Lovelace\nHead of Engines | Analytical Engines Ltd\nT: +44 20 7123 4567 | M: +44 7700 900123\nFax: +44 20 7123 4568\nada.lovelace@engines.example\nwww.engines.example')).toEqual({
    first_name: 'Ada',
    last_name: 'Lovelace',
    title: 'Head of Engines',
    company: 'Analytical Engines Ltd',
    phone: '+44 20 7123 4567',
    mobile: '+44 7700 900123',
    email: 'ada.lovelace@engines.example',
    website: 'www.engines.example',
  });
});

it('reads a German signature', () => {
  expect(readContactText('Mit freundlichen Grüßen\nJörg von der Müller\nLeiter Vertrieb\nMaschinenbau GmbH\nTelefon: 030 901820-12\nMobil: 0170 1234567\nE-Mail: mueller@maschinen.example')).toMatchObject({
    first_name: 'Jörg',
    last_name: 'von der Müller',
    title: 'Leiter Vertrieb',
    company: 'Maschinenbau GmbH',
    phone: '030 901820-12',
    mobile: '0170 1234567',
    email: 'mueller@maschinen.example',
  });
});

it('reads a profile', () => {
  expect(readContactText('Grace Hopper\nShe/Her\n· 2nd\nRear Admiral and Chief Architect at Eckert Mauchly\nArlington, Virginia\n500+ connections\nhttps://www.linkedin.com/in/grace-hopper')).toEqual({
    first_name: 'Grace',
    last_name: 'Hopper',
    title: 'Rear Admiral and Chief Architect',
    company: 'Eckert Mauchly',
    linkedin: 'https://www.linkedin.com/in/grace-hopper',
  });
});

it('reads a card', () => {
  expect(readContactText('BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada L.\r\nN:Lovelace;Ada;;;\r\nORG:Engines\\, Ltd;R&D\r\nitem1.TEL;type=CELL:+44 7700\r\n  900123\r\nTEL;TYPE=FAX:+44 1\r\nEMAIL:ada@\r\n engines.example\r\nEND:VCARD\r\n')).toEqual({
    first_name: 'Ada',
    last_name: 'Lovelace',
    company: 'Engines, Ltd',
    mobile: '+44 7700 900123',
    email: 'ada@engines.example',
  });
});

it('finds nothing where nothing is', () => {
  expect(readContactText('hello there, see you tomorrow')).toEqual({});
});

it('takes no long over long lines', () => {
  expect(readContactText('a'.repeat(100_000) + '@')).toEqual({});
  expect(readContactText('1 '.repeat(50_000))).toEqual({});
  expect(readContactText('www.'.repeat(20_000))).toEqual({});
});
