import { describe, expect, it } from 'vitest';
import { parseLooseDate, parseLooseMoment } from './loose-date';

// A Saturday.
const today = '2026-11-21';

describe('parseLooseDate', () => {
  it.each([
    ['2026-12-18', 'en', '2026-12-18'],
    ['tomorrow', 'en', '2026-11-22'],
    ['morgen', 'de', '2026-11-22'],
    ['fri', 'en', '2026-11-27'],
    ['samstag', 'de', '2026-11-28'],
    ['+3', 'en', '2026-11-24'],
    ['in 2 weeks', 'en', '2026-12-05'],
    ['18.12.', 'de', '2026-12-18'],
    ['12/18/26', 'en-US', '2026-12-18'],
    ['18/12/26', 'en-GB', '2026-12-18'],
    ['18 dec', 'en', '2026-12-18'],
    ['Dec 18, 2027', 'en', '2027-12-18'],
    ['18. Dezember', 'de', '2026-12-18'],
    ['übermorgen', 'de', '2026-11-23'],
    ['in 2 Wochen', 'de', '2026-12-05'],
    ['nächsten Freitag', 'de', '2026-11-27'],
    ['manana', 'es', '2026-11-22'],
    ['el próximo viernes', 'es', '2026-11-27'],
    ['18 de diciembre de 2027', 'es', '2027-12-18'],
    ["aujourd'hui", 'fr', '2026-11-21'],
    ['vendredi prochain', 'fr', '2026-11-27'],
    ['1er décembre', 'fr', '2026-12-01'],
    ['depois de amanhã', 'pt', '2026-11-23'],
    ['sexta', 'pt', '2026-11-27'],
    ['غدا', 'ar-u-nu-latn', '2026-11-22'],
    ['الجمعة القادمة', 'ar-u-nu-latn', '2026-11-27'],
    ['明日', 'ja', '2026-11-22'],
    ['2週間後', 'ja', '2026-12-05'],
    ['12月18日', 'ja', '2026-12-18'],
    ['后天', 'zh', '2026-11-23'],
    ['周五', 'zh', '2026-11-27'],
    ['tomorrow', 'zh', '2026-11-22'],
  ])('%s in %s', (text, locale, day) => {
    expect(parseLooseDate(text, today, locale)).toBe(day);
  });

  it.each(['en', 'en-US', 'de', 'es', 'fr', 'pt', 'ar-u-nu-latn', 'ja', 'zh'])('reads again how days are written in %s', (format) => {
    const written = new Intl.DateTimeFormat(format, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date('2027-12-18'));
    expect(parseLooseDate(written, today, format)).toBe('2027-12-18');
  });

  it.each(['tomorow', '31.11.', '2026-02-30', '', '13/13/26'])('refuses %j', (text) => {
    expect(parseLooseDate(text, today, 'en')).toBeNull();
  });
});

describe('parseLooseMoment', () => {
  it('takes a time after a day', () => {
    expect(parseLooseMoment('tomorrow 3pm', today, 'en')).toEqual({ day: '2026-11-22', hour: 15, minute: 0 });
  });
  it('takes midnight and noon for what they are', () => {
    expect(parseLooseMoment('today 12am', today, 'en')).toMatchObject({ hour: 0 });
    expect(parseLooseMoment('today 12pm', today, 'en')).toMatchObject({ hour: 12 });
  });
  it('begins the day at nine', () => {
    expect(parseLooseMoment('fri', today, 'en')).toEqual({ day: '2026-11-27', hour: 9, minute: 0 });
  });
  it.each([
    ['morgen um 15 Uhr', 'de'],
    ['mañana a las 15:00', 'es'],
    ['demain à 15h', 'fr'],
    ['amanhã às 15h', 'pt'],
    ['明日15時', 'ja'],
    ['明天 15:00', 'zh'],
    ['غدًا 3 م', 'ar-u-nu-latn'],
  ])('takes %s in %s', (text, locale) => {
    expect(parseLooseMoment(text, today, locale)).toEqual({ day: '2026-11-22', hour: 15, minute: 0 });
  });
  it('keeps a date with points apart from a time', () => {
    expect(parseLooseMoment('18.12. 9:30', today, 'de')).toEqual({ day: '2026-12-18', hour: 9, minute: 30 });
  });
});
