import { describe, expect, it } from 'vitest';
import { numbers } from '../../../bench/instances.ts';
import { worldOf } from '../../../src/domains/rotation/world/world.ts';
import { tryAll } from './brute-force.ts';
import { best, type Keys } from './cases.ts';

/** Up to five spots and four breaks, with every rule that can bind in so small a log; every third has breaks that have
 * happened, and may have broken any rule. */
function randomLog(seed: number): Keys {
  const below = numbers(seed * 104729 + 7);
  const pick = <T>(...choices: readonly T[]): T => choices[below(choices.length)]!;
  const clock = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  let minutes = 1195 + below(20);
  const breaks = Array.from({ length: 1 + below(4) }, (_, k) => {
    const own = {
      id: `b${k}`,
      local: clock(minutes),
      seconds: pick(60, 90, 120),
      spots: 1 + below(4),
      block: pick('x', 'y'),
    };
    minutes += 2 + below(pick(6, 20, 50));
    return own;
  });
  const spots = Array.from({ length: 1 + below(pick(4, 4, 5)) }, (_, k) => ({
    id: `s${k}`,
    advertiser: pick('A', 'A', 'B', 'C'),
    seconds: pick(15, 30, 30, 45),
    cpm: pick(0, 5, 10, 10, 20),
    tier: pick('guaranteed', 'priority', 'remnant'),
    cap: pick(1, 2, 2, 3),
    ...(below(4) === 0 ? { cap_block: 1 + below(2) } : {}),
    ...(below(4) === 0 ? { cap_day: 1 + below(2) } : {}),
    ...(below(3) === 0 ? { separation: pick(0, 60, 300, 1500) } : {}),
    ...(below(2) === 0 ? { wish: clock(1200 + below(60)) } : {}),
    categories: pick([], ['auto'], ['auto'], ['beer'], ['auto', 'beer']),
    creative: pick('', 'f', 'g'),
    position: pick('any', 'any', 'any', 'first', 'last'),
    off_peak: pick(true, false),
  }));
  const past = seed % 3 === 0 ? breaks.slice(0, 1 + below(2)) : [];
  const published = past.flatMap(({ id }) =>
    spots.filter(() => below(3) === 0).map((spot, k) => ({ spot: spot.id, break: id, position: k + 1 })),
  );
  return {
    breaks: breaks.map((one) => ({ ...one, locked: past.includes(one) })),
    spots,
    published: [...new Map(published.map((row) => [row.spot, row])).values()],
    advertisers: { A: {}, B: { parent: pick('A', 'B') }, C: {} },
    rules: {
      rolling_seconds: pick(0, 1800, 3600),
      separation: pick(0, 300, 900),
      competitive: pick<Keys>({}, { auto: 600 }, { auto: 1800, beer: 300 }),
      creative: pick(0, 900),
      guard: pick(0, 0, 5),
      max_shift_minutes: pick<number | false>(false, 10, 60),
    },
    weights: { shift: pick(0, 1, 3), evenness: pick(0, 10), changes: 50 },
  };
}

describe('the best log of all that there are', () => {
  it.each(Array.from({ length: 180 }, (_, k) => 5 * k))('random logs %i to the fifth from it', async (first) => {
    for (let seed = first; seed < first + 5; seed++) {
      const keys = randomLog(seed);
      const outcome = await best(keys);
      const { settings, tables, solution } = outcome;
      const { spots, breaks, fixed } = worldOf({ settings, tables });
      const history = new Map([...fixed].map(([s, at]) => [s, at.break]));
      const banned = (s: number, b: number) => {
        const [spot, at] = [spots[s]!, breaks[b]!];
        const most = settings.rules.max_shift_minutes;
        const far = spot.wish && 'time' in spot.wish ? Math.abs(at.time - spot.wish.time) : 0;
        return (!at.prime && !spot.offPeak) || (most !== false && far > most * 60);
      };
      const tried = tryAll(settings, spots, breaks, banned, history);
      const reached = ['guaranteed', 'priority', 'remnant'].map(
        (name) => solution.priorities?.find((one) => one.name === name)?.value ?? 0,
      );
      expect({ seed, status: solution.status, worth: [...reached, solution.net] }).toEqual({
        seed,
        status: 'optimal',
        worth: [...tried],
      });
      const chosen = spots.flatMap(({ id }) => (outcome.log.some((line) => line.startsWith(`${id} `)) ? [id] : []));
      expect(chosen).toHaveLength(solution.chosen.length);
    }
  });
});

describe('the order of rows', () => {
  it.each([3, 14, 15, 92, 65])('changes nothing (log %i)', async (seed) => {
    const keys = randomLog(seed);
    const { breaks } = await best(keys);
    const turned = await best(keys, (tables) => tables.map((table) => ({ ...table, rows: [...table.rows].reverse() })));
    expect(turned.breaks).toEqual(breaks);
    expect(turned.data.fingerprint).toBe((await best(keys)).data.fingerprint);
  });
});
