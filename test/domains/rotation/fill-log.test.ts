import { describe, expect, it } from 'vitest';
import { auditRotation } from '../../../src/domains/rotation/audit.ts';
import type { Solution } from '../../../src/kernel/model.ts';
import { best } from './cases.ts';
import { fillLog, mostFilled } from './fill-log.ts';

const worthOf = ({ priorities, net }: Solution) => [
  ...(priorities ?? []).map(({ name, value }) => `${name}: ${value}`),
  net,
];

async function expectFilled(seed: number): Promise<void> {
  const keys = fillLog(seed);
  const { log, breaks, settings, tables, instance, solution } = await best(keys);
  const paid = keys.spots.filter(({ tier }) => tier !== 'fill');
  const alone = await best({ ...keys, spots: paid });
  const isPaid = (row: string) => row.startsWith('s');
  const stands = log.filter(isPaid).map((row) => {
    const [id, at] = row.split(' ');
    return { spot: paid.find((spot) => spot.id === id)!, b: keys.breaks.findIndex((one) => one.id === at) };
  });
  const filled = breaks.filter((row) => /: p/.test(row)).length;
  const { violations, metrics } = auditRotation(settings, tables, instance.schedule(solution.chosen));
  const texts = violations.map(({ rule, text }) => `${rule}: ${text}`);
  expect({ seed, status: solution.status, worth: worthOf(solution), filled, texts }).toEqual({
    seed,
    status: 'optimal',
    worth: worthOf(alone.solution),
    filled: mostFilled(keys, stands),
    texts: [],
  });
  expect([metrics.spots, metrics.placed]).toEqual([paid.length, stands.length]);
}

describe('fill', () => {
  it.each(Array.from({ length: 20 }, (_, k) => 15 * k))(
    'random logs %i to the fifteenth from it are worth what they are without it, and as few breaks as can be stay empty',
    async (first) => {
      for (let seed = first; seed < first + 15; seed++) await expectFilled(seed);
    },
  );
});
