import { describe, expect, it } from 'vitest';
import { numbers } from '../../../bench/instances.ts';
import type { Domain } from '../../../src/domain.ts';
import { rotation } from '../../../src/domains/rotation/index.ts';
import { openSession } from '../../../src/pipeline/session.ts';
import type { Price } from '../../../src/prices/price.ts';
import { priceList } from '../../../src/prices/prices.ts';
import { priceText } from '../../../src/prices/words.ts';
import { best, breaksAt, EVENING, type Keys, prepare, scenarioOf, spot } from './cases.ts';

const OFF = { rolling_seconds: 0, separation: 0, creative: 0 };

/** The session of a case. */
async function sessionOf(keys: Keys) {
  const { settings, data } = prepare(keys);
  return openSession(scenarioOf(settings), rotation as unknown as Domain, { data });
}

/** What is opened again, and what it brings, in order: "the blackout of beer … lifted: $20 of guaranteed spots more". */
async function opened(keys: Keys): Promise<readonly string[]> {
  const list = await priceList(await sessionOf({ rules: OFF, ...keys }), 100);
  return list
    .filter(({ shadow }) => shadow === undefined)
    .map(({ change, gains }) =>
      [change, ...gains.map(({ by, text }) => `${text} ${by > 0 ? 'more' : 'less'}`)].join(': '),
    );
}

describe('what gives way before there is a model', () => {
  it('prime time half an hour longer, at the end that has breaks beyond it', async () => {
    const keys = { breaks: breaksAt('19:10', '23:15'), spots: [spot('s1')] };
    expect(await opened(keys)).toEqual(['prime time until 23:30, instead of 23:00: $20 of guaranteed spots more']);
  });

  it('prime time half an hour earlier', async () => {
    const keys = { breaks: breaksAt('19:30'), spots: [spot('s1')] };
    expect(await opened(keys)).toEqual(['prime time from 19:30, instead of 20:00: $20 of guaranteed spots more']);
  });

  it('a weekday without prime time', async () => {
    const { market } = EVENING as { readonly market: { readonly prime: object } };
    const days = ['tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
    const keys = {
      market: { ...market, prime: { ...market.prime, days } },
      breaks: breaksAt('20:10'),
      spots: [spot('s1')],
    };
    expect(await opened(keys)).toEqual(['prime time on Mon, too: $20 of guaranteed spots more']);
  });

  it('the farthest from a wish, half an hour farther', async () => {
    const keys = { breaks: breaksAt('21:30', '22:40'), spots: [spot('s1', { wish: '20:10' })] };
    expect(await opened(keys)).toEqual([
      'spots up to 90 minutes from their wish, instead of 60: $20 of guaranteed spots more: 80 points less',
    ]);
  });

  it('a booking for an exact time', async () => {
    const keys = { breaks: breaksAt('20:20'), spots: [spot('s1', { wish: '20:10', tolerance_minutes: 0 })] };
    expect(await opened(keys)).toEqual([
      'the exact time of s1, 20:10, lifted: $20 of guaranteed spots more: 10 points less',
    ]);
  });

  it('a blackout, by whom it closes; one that closes nothing is not asked about', async () => {
    const keys = {
      breaks: breaksAt('20:14'),
      spots: [spot('s1', { categories: ['beer'] }), spot('s2', { advertiser: 'B', cpm: 7 })],
      blackouts: [
        { category: 'beer', from: '20:00', to: '20:30' },
        { advertiser: 'B', from: '20:00:30', to: '20:30' },
        { from: '22:00', to: '22:30' },
      ],
    };
    expect(await opened(keys)).toEqual([
      'the blackout of beer from 20:00 to 20:30 lifted: $20 of guaranteed spots more',
      'the blackout of B from 20:00:30 to 20:30 lifted: $7 of guaranteed spots more',
    ]);
  });

  it('a block, or a kind of block, that an order or a spot excludes', async () => {
    const keys = {
      breaks: breaksAt('20:14').map((one) => ({ ...one, block: 'late' })),
      blocks: { late: { tags: ['news'] } },
      orders: [{ id: 'O1', exclude_blocks: ['late'] }],
      spots: [spot('s1', { order: 'O1' }), spot('s2', { cpm: 7, exclude_categories: ['news'] })],
    };
    expect(await opened(keys)).toEqual([
      'the exclusion of the block late lifted for the spots of the order O1: $20 of guaranteed spots more',
      'the exclusion of blocks of the kind news lifted for s2: $7 of guaranteed spots more',
    ]);
  });

  it('a spot whose only exclusion goes would take up those of its order: that is not asked', async () => {
    const keys = {
      breaks: breaksAt('20:14').map((one) => ({ ...one, block: 'late' })),
      orders: [{ id: 'O1', exclude_blocks: ['film'] }],
      spots: [spot('s1', { order: 'O1', exclude_blocks: ['late'] })],
    };
    expect(await opened(keys)).toEqual([]);
  });

  it('a flight, a day longer', async () => {
    const keys = {
      days: 2,
      breaks: [{ id: 'b1', date: '2025-03-11', local: '20:14', seconds: 120, spots: 4 }],
      orders: [{ id: 'O1', from: '2025-03-01', to: '2025-03-10' }],
      spots: [spot('s1', { order: 'O1' })],
    };
    expect(await opened(keys)).toEqual([
      'the flight of the order O1 until 2025-03-11, a day longer: $20 of guaranteed spots more',
    ]);
  });

  it('hours, half an hour wider, where they are stated', async () => {
    const keys = {
      breaks: breaksAt('20:14'),
      orders: [{ id: 'O1', earliest: '20:30', latest: '22:00' }],
      spots: [spot('s1', { order: 'O1' }), spot('s2', { cpm: 7, order: 'O1', earliest: '20:40' })],
    };
    expect(await opened(keys)).toEqual([
      'hours of the spots of the order O1 from 20:00, instead of 20:30: $20 of guaranteed spots more',
      'hours of s2 from 20:10, instead of 20:40: $7 of guaranteed spots more',
    ]);
  });

  it('a locked break', async () => {
    const keys = {
      breaks: breaksAt('20:14').map((one) => ({ ...one, locked: true })),
      spots: [spot('s1')],
    };
    expect(await opened(keys)).toEqual(['the locked break b2014 (20:14) opened: $20 of guaranteed spots more']);
  });

  it('a locked break that a preemption would then take away is not asked about', async () => {
    const keys = {
      breaks: breaksAt('20:14').map((one) => ({ ...one, locked: true })),
      spots: [spot('s1')],
      preemptions: [{ from: '20:00', live_end: '20:30' }],
    };
    expect(await opened(keys)).toEqual([]);
  });

  it('a lock of a spot', async () => {
    const keys = {
      breaks: breaksAt('20:14', '20:20'),
      spots: [spot('s1', { wish: '20:20' })],
      locks: [{ spot: 's1', break: 'b2014' }],
    };
    expect(await opened(keys)).toEqual(['the lock of s1 to b2014 (20:14) lifted: 6 points more']);
  });

  it('is told where it would lose: what stands in a locked break need not keep the rules', async () => {
    const keys = {
      rules: { ...OFF, guard: 30 },
      weights: { evenness: 0 },
      breaks: [
        { id: 'b1', local: '20:14', seconds: 100, spots: 4, locked: true },
        { id: 'b2', local: '22:40', seconds: 100, spots: 1 },
      ],
      spots: [spot('s1', { wish: '20:14' }), spot('s2', { cpm: 7, wish: '20:14' })],
      published: [
        { spot: 's1', break: 'b1', position: 1 },
        { spot: 's2', break: 'b1', position: 2 },
      ],
    };
    const session = await sessionOf(keys);
    const { headline, detail, nothing } = priceText(session, await priceList(session));
    expect(headline).toBe('None of them would bring anything');
    expect(detail).toBe('1 limit loosened one at a time, each solved again; 0 of them bring something.');
    expect(nothing).toEqual(['The locked break b1 (20:14) opened: $7 of guaranteed spots less']);
  });
});

/** A random log of two evenings in which something of every kind closes a place, and what a hand would change in it. */
function closedLog(seed: number) {
  const below = numbers(seed * 7919 + 11);
  const pick = <T>(...choices: readonly T[]): T => choices[below(choices.length)]!;
  const clock = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  const [d1, d2] = ['2025-03-10', '2025-03-11'];
  const breaks = [1175 + below(40), 1240 + below(60), 1365 + below(40), 1240 + below(60)].map((minutes, k) => ({
    id: `b${k}`,
    date: k === 3 ? d2 : d1,
    local: clock(minutes),
    seconds: pick(30, 60, 90),
    spots: 1 + below(3),
    block: pick('x', 'y'),
    locked: k === 1 && below(3) === 0,
  }));
  const order = {
    id: 'O1',
    from: d1,
    to: pick(d1, d2),
    exclude_blocks: pick([], ['x']),
    earliest: pick(null, '20:30'),
    latest: pick(null, '21:00', '22:30'),
  };
  const spots = Array.from({ length: 3 + below(2) }, (_, k) => ({
    id: `s${k}`,
    advertiser: pick('A', 'B', 'C'),
    seconds: pick(15, 30, 45),
    cpm: pick(5, 10, 20),
    tier: pick('guaranteed', 'priority', 'remnant'),
    cap: pick(1, 2),
    order: pick('O1', 'O1', ''),
    categories: pick([], ['auto'], ['beer']),
    exclude_categories: pick([], [], ['news']),
    ...(below(2) === 0 ? { wish: clock(1200 + below(120)), ...(below(3) === 0 ? { tolerance_minutes: 0 } : {}) } : {}),
  }));
  const blackouts = [{ category: 'beer', from: '20:00', to: '21:10' }];
  const prime = { from: '20:00', to: '23:00' };
  const rules = {
    ...OFF,
    separation: pick(0, 900),
    competitive: pick({}, { auto: 1800 }),
    max_shift_minutes: pick<number | false>(false, 20),
  };
  const keys = {
    market: { zone: 'America/New_York', prime },
    days: 2,
    breaks,
    blocks: { x: { tags: [] }, y: { tags: ['news'] } },
    orders: [order],
    spots,
    blackouts,
    rules,
    weights: { shift: pick(0, 2), evenness: pick(0, 10) },
  };
  const ordered = (change: Keys): Keys => ({ ...keys, orders: [{ ...order, ...change }] });
  const spotted = (id: string, change: Keys): Keys => ({
    ...keys,
    spots: spots.map((each) => (each.id === id ? { ...each, ...change } : each)),
  });
  const within = (change: object): Keys => ({ ...keys, market: { ...keys.market, prime: { ...prime, ...change } } });
  const byHand: Readonly<Record<string, Keys>> = {
    'prime time until 23:30, instead of 23:00': within({ to: '23:30' }),
    'prime time from 19:30, instead of 20:00': within({ from: '19:30' }),
    'spots up to 50 minutes from their wish, instead of 20': { ...keys, rules: { ...rules, max_shift_minutes: 50 } },
    'the blackout of beer from 20:00 to 21:10 lifted': { ...keys, blackouts: [] },
    'the flight of the order O1 until 2025-03-11, a day longer': ordered({ to: d2 }),
    'hours of the spots of the order O1 from 20:00, instead of 20:30': ordered({ earliest: '20:00' }),
    'hours of the spots of the order O1 until 21:30, instead of 21:00': ordered({ latest: '21:30' }),
    'hours of the spots of the order O1 until 23:00, instead of 22:30': ordered({ latest: '23:00' }),
    'the exclusion of the block x lifted for the spots of the order O1': ordered({ exclude_blocks: [] }),
    ...Object.fromEntries(
      spots.flatMap(({ id, wish }): (readonly [string, Keys])[] => [
        [`the exact time of ${id}, ${wish}, lifted`, spotted(id, { tolerance_minutes: null })],
        [`the exclusion of blocks of the kind news lifted for ${id}`, spotted(id, { exclude_categories: [] })],
      ]),
    ),
    ...Object.fromEntries(
      breaks.map(({ id, local, date }) => [
        `the locked break ${id} (${local} on ${date}) opened`,
        { ...keys, breaks: breaks.map((each) => ({ ...each, locked: each.id !== id && each.locked })) },
      ]),
    ),
  };
  return { keys, byHand };
}

describe('what each of them brings', () => {
  it.each(Array.from({ length: 40 }, (_, k) => k))(
    'random log %i: the best log of the scenario changed by hand, less the best as it is',
    async (seed) => {
      const { keys, byHand } = closedLog(seed);
      const before = await worth(keys);
      const list: readonly Price[] = (await priceList(await sessionOf(keys), 1000)).filter(
        ({ shadow }) => shadow === undefined,
      );
      for (const { change, gains, gain } of list) {
        expect(Object.keys(byHand)).toContain(change);
        const after = await worth(byHand[change]!);
        const differences = TIERS.map((name) => [name, after[name]! - before[name]!] as const);
        expect([change, ...gains.map(({ of, by }) => [of, by])]).toEqual([
          change,
          ...differences.filter(([, by]) => by !== 0),
        ]);
        expect(gain).toBe(after.net_score! - before.net_score!);
      }
    },
  );

  it('random logs: every kind of change was among them', () => {
    const asked = Array.from({ length: 40 }, (_, seed) => {
      const { settings, data } = prepare(closedLog(seed).keys);
      return rotation.loosenings!(settings, data.tables).map(({ change }) => change);
    }).flat();
    const kinds = ['prime time until', 'prime time from', 'spots up to', 'the exact time of', 'the blackout of'];
    const ofOrders = ['the flight of', 'hours of', 'the exclusion of the block', 'the exclusion of blocks of the kind'];
    for (const kind of [...kinds, ...ofOrders, 'the locked break'])
      expect([kind, asked.some((change) => change.startsWith(kind))]).toEqual([kind, true]);
  });
});

const TIERS = ['guaranteed', 'priority', 'remnant', 'net_score'];

/** What the best log is worth: cents of each tier, and points. */
async function worth(keys: Keys): Promise<Readonly<Record<string, number>>> {
  const { solution, net } = await best(keys);
  const tiers = (solution.priorities ?? []).map(({ name, value }) => [name, value] as const);
  return { guaranteed: 0, priority: 0, remnant: 0, ...Object.fromEntries(tiers), net_score: net };
}
