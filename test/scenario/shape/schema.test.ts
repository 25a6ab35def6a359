import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { branches, keysAt, needs, schemasAt } from '../../../src/scenario/shape/schema.ts';

describe('what a schema needs, in words', () => {
  test.each([
    [z.int(), 'a whole number'],
    [z.int().min(0), 'a whole number of at least 0'],
    [z.number().max(5).default(3), 'a number of at most 5'],
    [z.number().positive(), 'a number above 0'],
    [z.number().min(0).max(9).multipleOf(0.001), 'a number from 0 to 9 with up to 3 decimals'],
    [z.number().lt(1).multipleOf(5), 'a number below 1 in steps of 5'],
    [z.string(), 'text'],
    [z.string().min(1), 'text that is not empty'],
    [z.iso.date(), 'a date such as 2025-09-22'],
    [z.boolean(), 'true or false'],
    [z.array(z.string()).min(1), 'a list that is not empty'],
    [z.record(z.string(), z.int()), 'a map'],
    [z.enum(['soft', 'hard']).optional(), 'one of soft, hard'],
    [z.union([z.literal(false), z.strictObject({})]), 'false or a map'],
    [z.union([z.literal('sample').transform(() => 1), z.strictObject({ dir: z.string() })]), 'sample or a map'],
  ])('%#: %s', (schema, words) => {
    expect(needs(branches(schema))).toBe(words);
  });
});

const SCHEMA = z.strictObject({
  rules: z
    .strictObject({ a: z.union([z.literal(false), z.strictObject({ mode: z.string(), by: z.int() })]) })
    .prefault({ a: false }),
  list: z.array(z.strictObject({ id: z.string() })),
  days: z.partialRecord(z.enum(['mon', 'tue']), z.int()),
});

test.each([
  [[], ['rules', 'list', 'days']],
  [['rules'], ['a']],
  [
    ['rules', 'a'],
    ['mode', 'by'],
  ],
  [['list', 0], ['id']],
  [['days'], ['mon', 'tue']],
  [['nowhere'], []],
  [['constructor'], []],
])('the keys known at %j', (path, keys) => {
  expect(keysAt(SCHEMA, path)).toEqual(keys);
});

test('the schema at a path is found through defaults and unions', () => {
  expect(needs(schemasAt(SCHEMA, ['rules', 'a', 'by']))).toBe('a whole number');
});
