import { expect, it } from 'vitest';
import { stillFitting } from './reference-options';

const option = (name: string) => ({ id: name, name, object: undefined });

it('keeps what the text is a part of while the server looks', () => {
  const fitting = stillFitting([option('Hallström Papper'), option('Lindner Glas')], ' hallst');
  expect(fitting.map((each) => each.name)).toEqual(['Hallström Papper']);
});
