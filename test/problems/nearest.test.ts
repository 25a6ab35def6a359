import { expect, test } from 'vitest';
import { nearest } from '../../src/problems/nearest.ts';

const KNOWN = ['availability', 'cooldown', 'tier_caps', 'fairness'];

test.each([
  ['fairnes', 'fairness'],
  ['farness', 'fairness'],
  ['fairenss', 'fairness'],
  ['Fairness', 'fairness'],
  ['tier-caps', 'tier_caps'],
  ['cool_down', 'cooldown'],
  ['avail', 'availability'],
  ['fairness_rule', 'fairness'],
])('%s is most like %s', (word, like) => {
  expect(nearest(word, KNOWN)).toBe(like);
});

test('a word unlike all others is like none', () => {
  expect(nearest('colour', KNOWN)).toBeUndefined();
});

test('a beginning that several words share is short for none', () => {
  expect(nearest('cap', ['cap_overages', 'cap_overage_loans'])).toBeUndefined();
});

test('a word of a megabyte is compared with nothing', () => {
  expect(nearest('fairness'.repeat(100_000), KNOWN)).toBeUndefined();
});

test('letter case and separators of a column name make no difference', () => {
  const known = ['vin', 'person_id', 'start_date'];
  const found = ['Person ID', 'persn_id', 'startdate', 'vim'].map((word) => nearest(word, known));
  expect(found).toEqual(['person_id', 'person_id', 'start_date', 'vin']);
});
