import { expect, it } from 'vitest';
import type { ObjectInfo } from '@/api/types';
import { stillFitting } from './reference-options';

const option = (name: string) => ({ id: name, name, object: undefined });

it('keeps what the text is a part of while the server looks', () => {
  const fitting = stillFitting([option('Hallström Papper'), option('Lindner Glas')], ' hallst');
  expect(fitting.map((each) => each.name)).toEqual(['Hallström Papper']);
});

it('finds settings by what they are called in the language of the person', () => {
  const stage = { names_in_words: { Proposal: 'Angebot' } } as unknown as ObjectInfo;
  const options = [{ id: '1', name: 'Proposal', object: stage }, { id: '2', name: 'Won', object: stage }];
  expect(stillFitting(options, 'ange').map((each) => each.name)).toEqual(['Proposal']);
  expect(stillFitting(options, 'won').map((each) => each.name)).toEqual(['Won']);
});
