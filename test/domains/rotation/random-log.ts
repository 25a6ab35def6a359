import { numbers } from '../../../bench/instances.ts';
import type { Keys } from './cases.ts';

/** Up to five spots and four breaks, with every rule that can bind in so small a log; every third has breaks that have
 * happened, and may have broken any rule. */
export function randomLog(seed: number): Keys {
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
      robust: seed % 5 === 0,
      max_shift_minutes: pick<number | false>(false, 10, 60),
    },
    weights: { shift: pick(0, 1, 3), evenness: pick(0, 10), changes: 50 },
  };
}

/**
 * Breaks as far from each other as spots must keep, give or take less than their lengths: which orders there are inside
 * the breaks decides what can air.
 */
export function tightLog(seed: number): Keys {
  const below = numbers(seed * 15485863 + 3);
  const pick = <T>(...choices: readonly T[]): T => choices[below(choices.length)]!;
  const gap = pick(10, 15);
  const about = (minutes: number) => minutes * 60 + pick(-60, -45, -30, -15, 0, 0, 0, 15, 30);
  const breaks = Array.from({ length: 2 + below(3) }, (_, k) => ({
    id: `b${k}`,
    local: `20:${String(k * gap).padStart(2, '0')}`,
    seconds: pick(60, 90, 120),
    spots: 2 + below(3),
  }));
  const spots = Array.from({ length: 3 + below(3) }, (_, k) => ({
    id: `s${k}`,
    advertiser: pick('A', 'A', 'B', 'C'),
    seconds: pick(15, 30, 30, 45),
    cpm: pick(0, 5, 10, 1_000_000),
    tier: pick('guaranteed', 'guaranteed', 'priority', 'remnant'),
    cap: pick(1, 2, 2, 3),
    separation: pick(0, 15, about(gap), about(gap), about(2 * gap)),
    categories: pick([], ['auto'], ['auto'], ['beer']),
    creative: pick('', 'f', 'g'),
    position: pick('any', 'any', 'any', 'any', 'first', 'last'),
  }));
  const past = seed % 3 === 0 ? breaks.slice(0, 1) : [];
  const published = past.flatMap(({ id }) =>
    spots.filter(() => below(3) === 0).map((spot, k) => ({ spot: spot.id, break: id, position: k + 1 })),
  );
  return {
    breaks: breaks.map((one) => ({ ...one, locked: past.includes(one) })),
    spots,
    published,
    rules: {
      rolling_seconds: pick(0, about(gap), about(2 * gap)),
      competitive: pick<Keys>({}, { auto: about(gap) }, { auto: about(gap), beer: 30 }),
      creative: pick(0, 0, about(gap)),
      guard: pick(0, 0, 5),
    },
    weights: { shift: 0, evenness: pick(0, 10), changes: 0 },
  };
}
