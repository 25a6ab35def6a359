import { expect, it } from 'vitest';
import { groupedNotes } from '../../src/pipeline/notes.ts';

const notes = (count: number) =>
  Array.from({ length: count }, (_, k) => `no day for V${k + 1}: ${k % 2} of 7 are free`);

it('says once what differs in names and numbers alone, with how many more there are', () => {
  expect(groupedNotes(['first', ...notes(4), 'last'])).toEqual([
    'first',
    'no day for V1: 0 of 7 are free (and 3 more like it: V2, V3, V4)',
    'last',
  ]);
});

it('names a few of many', () => {
  expect(groupedNotes(notes(30))).toEqual([
    'no day for V1: 0 of 7 are free (and 29 more like it: V2, V3, V4, V5, V6, …)',
  ]);
});

it('leaves two of a kind, and what says something else, as they are', () => {
  const all = [...notes(2), 'no day for V3: it is sold', 'no day for W: 1 of 7 are free'];
  expect(groupedNotes(all)).toEqual(all);
});
