import { describe, expect, it } from 'vitest';
import { follow, keyOf, readableKeys } from './key-sequence';

const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
  keyOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });

describe('keyOf', () => {
  it('writes Ctrl and Command alike', () => {
    expect(press('k', { ctrlKey: true })).toBe(press('k', { metaKey: true }));
  });
  it('takes the sign, not the shift that made it', () => {
    expect(press('?', { shiftKey: true })).toBe('?');
  });
  it('tells a capital letter from a small one', () => {
    expect(press('X', { shiftKey: true })).toBe('shift+x');
  });
});

describe('follow', () => {
  const shortcuts = ['g c', 'g d', 'c', '?'];
  it('waits for the second key', () => {
    expect(follow('', 'g', shortcuts)).toEqual({ pending: 'g' });
  });
  it('completes a sequence', () => {
    expect(follow('g', 'd', shortcuts)).toEqual({ pending: '', complete: 'g d' });
  });
  it('begins anew when the second key fits nothing', () => {
    expect(follow('g', '?', shortcuts)).toEqual({ pending: '', complete: '?' });
  });
  it('forgets keys that mean nothing', () => {
    expect(follow('', 'z', shortcuts)).toEqual({ pending: '' });
  });
});

describe('readableKeys', () => {
  it('names the modifier of the platform', () => {
    expect(readableKeys('mod+k', true)).toEqual(['⌘K']);
    expect(readableKeys('mod+k', false)).toEqual(['Ctrl K']);
  });
});
