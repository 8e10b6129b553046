import { expect, it } from 'vitest';
import { beginsLike, withTag, withoutTag, wordsOf } from './words';

it('puts a tag there once, in whatever case', () => {
  expect(withTag(['VIP'], ' vip ')).toEqual(['VIP']);
  expect(withTag(['VIP'], ' slow payer ')).toEqual(['VIP', 'slow payer']);
  expect(withTag(['VIP'], '  ')).toEqual(['VIP']);
});

it('takes a tag off, in whatever case', () => {
  expect(withoutTag(['VIP', 'New'], 'vip')).toEqual(['New']);
});

it('finds a tag by the beginning of a word', () => {
  expect(beginsLike('Slow payer', 'PAY')).toBe(true);
  expect(beginsLike('Slow payer', '')).toBe(true);
  expect(beginsLike('Slow payer', 'low')).toBe(false);
});

it('ends a tag at a comma or a semicolon, also where a phone or a paste brings it', () => {
  expect(wordsOf('VIP, slow payer; Go')).toEqual({ ended: ['VIP', 'slow payer'], rest: 'Go' });
  expect(wordsOf('slow ')).toEqual({ ended: [], rest: 'slow ' });
  expect(wordsOf('VIP,,')).toEqual({ ended: ['VIP'], rest: '' });
});
