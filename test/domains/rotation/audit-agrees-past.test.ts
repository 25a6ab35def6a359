import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditRotation } from '../../../src/domains/rotation/audit.ts';
import { Refusal } from '../../../src/problems/problem.ts';
import { best, type Keys } from './cases.ts';

const TIMES = ['19:50', '20:05', '20:14', '20:31', '20:52', '21:20', '22:40', '23:10'];
const DATES = ['2025-03-10', '2025-03-11'];
const at = (local: string) => `2025-03-10T${local}:00-04:00`;

const spotOf = fc.record({
  advertiser: fc.constantFrom('A', 'B', 'C'),
  seconds: fc.constantFrom(15, 30, 60),
  cpm: fc.integer({ min: 0, max: 40 }),
  tier: fc.constantFrom('guaranteed', 'priority', 'remnant'),
  wish: fc.constantFrom('', '20:14', '20:31', at('20:52')),
  tolerance_minutes: fc.constantFrom('', '', 0, 10),
  categories: fc.constantFrom('', 'auto', 'beer'),
  order: fc.constantFrom('', '', 'o'),
});

const caseOf = fc.record({
  times: fc.subarray(TIMES, { minLength: 3, maxLength: 6 }),
  remnants: fc.subarray([0, 1, 2, 3, 4, 5]),
  seconds: fc.constantFrom(60, 120),
  locked: fc.option(fc.nat(5), { nil: undefined }),
  spots: fc.array(spotOf, { minLength: 3, maxLength: 7 }),
  published: fc.array(fc.tuple(fc.nat(6), fc.nat(5)), { maxLength: 6 }),
  now: fc.constantFrom(undefined, at('20:20'), at('20:45'), at('21:30')),
  events: fc.array(fc.constantFrom(['20:06', '20:30'], ['20:15', '21:10'], ['20:30', '21:40'], ['21:10', '23:00']), {
    maxLength: 2,
  }),
  /** Minutes by which what ran was late, and the seconds that aired. */
  ran: fc.option(
    fc.array(fc.tuple(fc.nat(6), fc.constantFrom('20:05', '20:14', '20:16', '20:40'), fc.constantFrom('', 0, 10, 30)), {
      maxLength: 4,
    }),
    { nil: undefined },
  ),
  obligations: fc.array(
    fc.tuple(fc.nat(6), fc.constantFrom('open', 'approved', 'credited'), fc.constantFrom('', ...DATES, '2025-03-09')),
    { maxLength: 3 },
  ),
  make_good: fc.constantFrom(
    ['same_day_prime', 'next_day_prime', 'remnant'],
    ['remnant', 'next_day_prime'],
    ['next_day_prime'],
    [],
  ),
});

type Case = typeof caseOf extends fc.Arbitrary<infer T> ? T : never;

const firstOf = <T extends readonly [number, ...unknown[]]>(rows: readonly T[], count: number): readonly T[] =>
  [...new Map([...rows].reverse().map((row) => [row[0], row])).values()].filter(([spot]) => spot < count);

function keysOf(of: Case): Keys {
  const count = of.spots.length;
  const breaks = DATES.flatMap((date, day) =>
    of.times.map((local, k) => ({
      ...{ id: `b${k}-${day}`, date, local, seconds: of.seconds, spots: 3 },
      ...(of.remnants.includes(k) ? { kind: 'remnant' } : {}),
      locked: day === 0 && k === of.locked,
    })),
  );
  return {
    ...{ date: DATES[0], days: 2, breaks, make_good: of.make_good },
    spots: of.spots.map((spot, k) => ({ id: `s${k}`, ...spot })),
    orders: [{ id: 'o', make_good: 'remnant', to: DATES[0] }],
    published: firstOf(of.published, count)
      .filter(([, slot]) => slot < of.times.length)
      .map(([spot, slot], k) => ({ spot: `s${spot}`, break: `b${slot}-0`, position: k + 1 })),
    preemptions: of.events.map(([from, live_end]) => ({ from, live_end })),
    ...(of.now === undefined ? {} : { now: of.now }),
    ...(of.ran === undefined || of.now === undefined
      ? {}
      : { as_run: firstOf(of.ran, count).map(([spot, air, seconds]) => ({ spot: `s${spot}`, at: air, seconds })) }),
    obligations: firstOf(of.obligations, count).map(([spot, status, expires]) => ({
      ...{ spot: `s${spot}`, status, created: '2025-03-08', expires },
    })),
    rules: { competitive: { auto: 900 }, separation: 600, max_shift_minutes: 30 },
    weights: { shift: 2, changes: 40, make_good: 100 },
    solver: { seed: 42, seconds: 20 },
  };
}

describe('model and audit', () => {
  it('agree on what has happened, what is displaced and what is owed', async () => {
    const seen = { made: 0, aired: 0, owed: 0 };
    const property = fc.asyncProperty(caseOf, async (of) => {
      const found = await best(keysOf(of)).catch((error) => {
        if (!(error instanceof Refusal)) throw error;
        throw new Error(error.problems.map(({ message }) => message).join('; '));
      });
      const { settings, tables, instance, solution, status } = found;
      expect(status).toBe('optimal');
      const audit = auditRotation(settings, tables, instance.schedule(solution.chosen));
      expect(audit.violations).toEqual([]);
      expect(audit.objective.net_score).toBe(solution.net);
      const states = audit.tables.log!.rows.map((row) => row.find((cell) => cell === 'make_good' || cell === 'aired'));
      seen.made += states.filter((state) => state === 'make_good').length;
      seen.aired += states.filter((state) => state === 'aired').length;
      seen.owed += audit.metrics.obligations_open ?? 0;
    });
    await fc.assert(property, { numRuns: 150, seed: 5 });
    expect(seen.made).toBeGreaterThan(30);
    expect(seen.aired).toBeGreaterThan(30);
    expect(seen.owed).toBeGreaterThan(30);
  });
});
