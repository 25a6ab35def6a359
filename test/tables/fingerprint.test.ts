import { expect, it } from 'vitest';
import { fingerprint, fingerprints } from '../../src/tables/fingerprint.ts';

const table = (name: string, rows: readonly Record<string, unknown>[], present = true) => ({
  ...{ name, file: `${name}.csv`, present, rows },
});

it('tells the same rows under another name of their table, or of a column, apart', () => {
  const prints = [
    fingerprint([table('offices', [{ name: 'LA' }])]),
    fingerprint([table('regions', [{ name: 'LA' }])]),
    fingerprint([table('offices', [{ title: 'LA' }])]),
    fingerprint([table('offices', [{ name: 'NY' }])]),
  ];
  expect(new Set(prints).size).toBe(4);
});

it('tells a text from the number and the absence that look like it', () => {
  const prints = ['1', 1, null, 'null', ''].map((name) => fingerprint([table('offices', [{ name }])]));
  expect(new Set(prints).size).toBe(5);
});

it('tells in which table a row stands', () => {
  const one = [table('a', [{ x: 1 }]), table('b', [{ x: 2 }])];
  const other = [table('a', [{ x: 1 }, { x: 2 }]), table('b', [])];
  expect(fingerprint(one)).not.toBe(fingerprint(other));
});

it('gives each table its own, whatever the others hold; those not given have none', () => {
  const offices = table('offices', [{ name: 'LA' }]);
  const { fingerprints: own } = fingerprints([offices, table('rules', [{ cap: 3 }]), table('budgets', [], false)]);
  expect(Object.keys(own)).toEqual(['offices', 'rules']);
  expect(own.offices).toBe(fingerprints([offices]).fingerprints.offices);
  expect(own.offices).toBe(fingerprint([offices]));
});

it('takes rows in blocks of a thousand and loses none', () => {
  const rows = Array.from({ length: 2001 }, (_, x) => ({ x }));
  const prints = [rows, rows.slice(0, 2000), rows.with(1000, { x: -1 })].map((some) => fingerprint([table('a', some)]));
  expect(new Set(prints).size).toBe(3);
});
