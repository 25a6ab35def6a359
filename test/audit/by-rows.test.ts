import { expect, it } from 'vitest';
import { auditBy, overMost } from '../../src/audit/by-rows.ts';

const { audit } = auditBy({
  table: 'plan',
  look: ({ id, day }) => (day === 'sun' ? `${id} is on a Sunday` : { id: String(id), day: String(day) }),
  columns: [['id', 'text', 'Errand', ({ id }) => id]],
  once: ({ id }) => id,
  rules: {
    per_day: ({ rows }) => overMost(rows, { by: ({ day }) => day, most: () => 1, noun: ['errand', 'errands'] }),
    bank: ({ rows }) =>
      rows.filter(({ id }) => id === 'bank').map((row) => ({ entity: 'bank', text: 'shut', rows: [row] })),
    post: ({ rows }) => (rows.some(({ id }) => id === 'post') ? [] : [{ entity: 'post', text: 'is missing' }]),
  },
  score: () => 1,
});

it('names the rows of each violation by their number in the schedule', () => {
  const { violations } = audit({}, {}, [
    { id: 'shop', day: 'sun' },
    { id: 'bank', day: 'mon' },
    { id: 'bread', day: 'mon' },
    { id: 'bank', day: 'tue' },
  ]);
  expect(violations.map(({ rule, entity, rows }) => [rule, entity, rows])).toEqual([
    ['structure', 'plan', [0]],
    ['once', 'bank', [1, 3]],
    ['per_day', 'mon', [1, 2]],
    ['bank', 'bank', [1]],
    ['bank', 'bank', [3]],
    ['post', 'post', undefined],
  ]);
});
