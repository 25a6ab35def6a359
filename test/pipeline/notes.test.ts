import { describe, expect, it } from 'vitest';
import { cutNotes, groupedNotes } from '../../src/pipeline/notes.ts';

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

describe('a table of exactly 1,000 rows', () => {
  const data = (rows: number, left = 0, present = true) => ({
    tables: { cars: { name: 'cars', file: 'cars.csv', present, rows: Array.from({ length: rows }, () => ({})) } },
    notes: [],
    quarantined: Array.from({ length: left }, () => ({
      table: 'cars',
      file: 'cars.csv',
      line: 2,
      column: '',
      value: '',
      reason: '',
    })),
    fingerprint: '',
    fingerprints: {},
  });

  it('may have been cut off: rows that were left out count', () => {
    expect(cutNotes(data(1000))).toEqual([
      'cars has exactly 1,000 rows, which is where many exports and services cut a table off: maybe some are missing',
    ]);
    expect(cutNotes(data(997, 3))).toHaveLength(1);
  });

  it('and one with a row more or less was not', () => {
    expect(cutNotes(data(999))).toEqual([]);
    expect(cutNotes(data(1001))).toEqual([]);
    expect(cutNotes(data(0, 0, false))).toEqual([]);
  });
});
