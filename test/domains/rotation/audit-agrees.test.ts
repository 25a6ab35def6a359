import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditRotation } from '../../../src/domains/rotation/audit.ts';
import { Refusal } from '../../../src/problems/problem.ts';
import { best, type Keys } from './cases.ts';

const BREAKS = ['19:40', '20:05', '20:14', '20:31', '20:52', '21:20', '22:59', '23:10'];

const spotOf = fc.record({
  advertiser: fc.constantFrom('A', 'B', 'C', 'D'),
  seconds: fc.constantFrom(15, 30, 45, 60),
  cpm: fc.integer({ min: 0, max: 40 }),
  tier: fc.constantFrom('guaranteed', 'priority', 'remnant'),
  cap: fc.constantFrom(1, 2, 3),
  cap_block: fc.constantFrom('', 1, 2),
  cap_day: fc.constantFrom('', 2, 3),
  separation: fc.constantFrom(0, 300, 900, 1200),
  wish: fc.constantFrom('', '20:14', '20:31', '2025-03-10T21:20:00-04:00'),
  tolerance_minutes: fc.constantFrom('', '', 0, 10),
  categories: fc.constantFrom('', 'auto', 'beer', 'auto;beer', 'toys'),
  creative: fc.constantFrom('', 'f', 'g'),
  position: fc.constantFrom('any', 'any', 'any', 'first', 'last'),
  off_peak: fc.boolean(),
});

const caseOf = fc.record({
  breaks: fc.subarray(BREAKS, { minLength: 2, maxLength: 5 }),
  spots: fc.array(spotOf, { minLength: 3, maxLength: 9 }),
  spotsInBreak: fc.constantFrom(2, 3, 4),
  seconds: fc.constantFrom(60, 90, 120),
  guard: fc.constantFrom(0, 5),
  now: fc.constantFrom(undefined, '2025-03-10T20:20:00-04:00'),
  published: fc.array(fc.tuple(fc.nat(8), fc.nat(4)), { maxLength: 4 }),
  preemptions: fc.array(
    fc.constantFrom(['20:30', '21:19'], ['19:30', '20:06'], ['21:15', '22:58'], ['20:00', '21:20']),
    {
      maxLength: 2,
    },
  ),
  locked: fc.option(fc.nat(4), { nil: undefined }),
  relax: fc.constantFrom([], [], ['competitive'], ['competitive', 'max_shift', 'off_peak']),
});

type Case = typeof caseOf extends fc.Arbitrary<infer T> ? T : never;

/** A scenario of a case. */
function keysOf(of: Case): Keys {
  const breaks = of.breaks.map((local, index) => ({
    ...{
      id: `b${index}`,
      local,
      seconds: of.seconds,
      spots: of.spotsInBreak,
      block: index % 2 === 0 ? 'x' : 'y',
      locked: index === of.locked,
    },
  }));
  const spots = of.spots.map((spot, index) => ({ id: `s${index}`, ...spot }));
  const first = new Map(of.published.map(([spot, at]) => [spot, at]));
  const published = [...first].flatMap(([spot, at], index) =>
    spot < spots.length && at < breaks.length ? [{ spot: `s${spot}`, break: `b${at}`, position: index + 1 }] : [],
  );
  return {
    ...{ breaks, spots, published, relax: of.relax, ...(of.now === undefined ? {} : { now: of.now }) },
    advertisers: [{ id: 'C', parent: 'A' }],
    creatives: [{ id: 'f', weight: 2 }, { id: 'g' }],
    blackouts: [{ category: 'beer', from: '21:00', to: '21:30' }],
    preemptions: of.preemptions.map(([from, live_end]) => ({ from, live_end })),
    rules: { competitive: { auto: 900, beer: 1800 }, creative: 1500, guard: of.guard, max_shift_minutes: 45 },
    weights: { shift: 2, evenness: 3, changes: 40, rotation: 5 },
    solver: { seed: 42, seconds: 20 },
  };
}

const orderOf = fc.record({
  from: fc.constantFrom('', '', '2025-03-09'),
  to: fc.constantFrom('', '', '2025-03-08'),
  cap: fc.constantFrom('', 1, 2),
  cap_day: fc.constantFrom('', 1, 3),
  separation: fc.constantFrom('', 0, 1200),
  categories: fc.constantFrom('', 'auto', 'beer'),
  exclude_categories: fc.constantFrom('', 'children'),
  exclude_blocks: fc.constantFrom('', 'y'),
  earliest: fc.constantFrom('', '20:10'),
  latest: fc.constantFrom('', '21:00'),
  off_peak: fc.constantFrom('', true, false),
  position: fc.constantFrom('', 'first'),
  impressions: fc.constantFrom('', 2.5),
});

/** Two dates, between which clocks change, and everything that a spot may inherit or be forbidden. */
const bookedOf = fc.record({
  log: caseOf,
  orders: fc.array(orderOf, { minLength: 1, maxLength: 3 }),
  bookings: fc.array(fc.nat(4), { minLength: 9, maxLength: 9 }),
  lock: fc.option(fc.tuple(fc.nat(8), fc.nat(9), fc.constantFrom('', 1, 2)), { nil: undefined }),
  closed: fc.constantFrom({}, { advertiser: 'A' }, { advertiser: 'C' }, { category: 'auto' }),
});

function bookedKeys({
  log,
  orders,
  bookings,
  lock,
  closed,
}: typeof bookedOf extends fc.Arbitrary<infer T> ? T : never) {
  const keys = keysOf(log);
  const dates = ['2025-03-08', '2025-03-09'];
  const breaks = dates.flatMap((date, day) =>
    (keys.breaks as Keys[]).map((row) => ({ ...row, id: `${row.id}-${day}`, date, tags: '' })),
  );
  const spots = (keys.spots as Keys[]).map((spot, index) => {
    const order = bookings[index]!;
    if (order >= orders.length) return spot;
    const { cap, separation, categories, off_peak, position, ...own } = spot;
    return { ...own, order: `o${order}` };
  });
  return {
    ...keys,
    ...{ date: dates[0], days: 2, spots },
    breaks: breaks.map(({ tags, ...row }) => row),
    now: log.now === undefined ? undefined : '2025-03-08T20:20:00-05:00',
    blocks: [
      { id: 'x', tags: ['children'] },
      { id: 'y', tags: ['news', 'live'] },
    ],
    orders: orders.map((order, index) => ({ id: `o${index}`, ...order })),
    published: (keys.published as Keys[]).map((row) => ({ ...row, break: `${row.break}-0` })),
    locks:
      lock && lock[0] < spots.length && lock[1] < breaks.length
        ? [{ spot: `s${lock[0]}`, break: breaks[lock[1]]!.id, position: lock[2] }]
        : [],
    blackouts: [{ ...closed, from: '20:10', to: '20:35' }],
  };
}

describe('model and audit', () => {
  it('agree on bookings of two dates, with orders, locks and blackouts', async () => {
    const seen = { optimal: 0, infeasible: 0, chosen: 0 };
    const property = fc.asyncProperty(bookedOf, async (of) => {
      const found = await best(bookedKeys(of)).catch((error) => {
        // A lock may name a break that has aired.
        if (of.lock === undefined || !(error instanceof Refusal)) throw error;
        return undefined;
      });
      if (found === undefined) return;
      const { settings, tables, instance, solution, status } = found;
      seen[status as 'optimal']++;
      if (status === 'infeasible' && of.lock !== undefined) return;
      expect(status).toBe('optimal');
      seen.chosen += solution.chosen.length;
      const audit = auditRotation(settings, tables, instance.schedule(solution.chosen));
      expect(audit.violations).toEqual([]);
      expect(audit.objective.net_score).toBe(solution.net);
    });
    await fc.assert(property, { numRuns: 120, seed: 3 });
    expect(seen.optimal).toBeGreaterThan(60);
    expect(seen.chosen).toBeGreaterThan(100);
  });

  it('agree on made logs: no rule is broken, and every point is the same', async () => {
    let found = 0;
    const property = fc.asyncProperty(caseOf, async (of) => {
      const { settings, tables, instance, solution, status } = await best(keysOf(of));
      expect(status).toBe('optimal');
      found += solution.chosen.length;
      const audit = auditRotation(settings, tables, instance.schedule(solution.chosen));
      expect(audit.violations).toEqual([]);
      expect(audit.objective.net_score).toBe(solution.net);
    });
    await fc.assert(property, { numRuns: 150, seed: 7 });
    expect(found).toBeGreaterThan(200);
  });
});
