import { expect, it } from 'vitest';
import { perValue } from '../../src/policy/rows.ts';

it('refuses a candidate whose value is none of the names', () => {
  const limits = (group: number) =>
    perValue({ rule: 'per_day', group: Int32Array.of(0, group), names: ['mon', 'tue'], most: 1, noun: 'errand' });
  expect(limits(1).groups).toBe(2);
  expect(() => limits(-1)).toThrow('per_day: candidate 1 has the value -1, and names go from 0 to 1');
  expect(() => limits(2)).toThrow('per_day: candidate 1 has the value 2, and names go from 0 to 1');
});
