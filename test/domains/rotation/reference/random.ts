import { numbers } from '../../../../bench/instances.ts';
import type { Keys } from '../cases.ts';

const clockText = (seconds: number): string =>
  [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':');
const instant = (seconds: number): string => `2025-03-10T${clockText(seconds)}-04:00`;
const seconds = (text: unknown): number => {
  const [hours = 0, minutes = 0, rest = 0] = String(text).split(':').map(Number);
  return hours * 3600 + minutes * 60 + rest;
};

/**
 * An evening with up to five spots and six breaks: every third as it is first planned, every third with a published log
 * of which a part has happened, every third with a live event that has the air, or had it, or will have it.
 */
export function randomEvening(seed: number): Keys {
  const below = numbers(seed * 32452843 + 11);
  const pick = <T>(...choices: readonly T[]): T => choices[below(choices.length)]!;
  const maybe = (one: number, row: Keys): Keys => (below(one) === 0 ? row : {});
  const kind = (['planned', 'history', 'live'] as const)[seed % 3]!;
  const days = pick(1, 1, 2);

  let start = 71_400 + 60 * below(25);
  const gap = pick(6, 20, 40);
  const breakOf = (k: number, date: string): Keys => ({
    ...{ id: `b${k}`, date, local: clockText(start), seconds: pick(60, 90, 120), spots: 1 + below(4) },
    ...maybe(3, { block: pick('x', 'y') }),
    ...maybe(5, { kind: 'remnant' }),
    ...(kind !== 'planned' && date === '2025-03-10' ? maybe(5, { locked: true }) : {}),
  });
  const today = Array.from({ length: 2 + below(3) }, (_, k) => {
    const own = breakOf(k, '2025-03-10');
    start += 120 + 30 * below(3 * gap);
    return own;
  });
  if (kind !== 'planned' && below(3) === 0)
    today.push({ ...breakOf(9, '2025-03-10'), local: '23:30', kind: 'remnant' });
  start = 72_000 + 60 * below(60);
  const breaks = days === 1 ? today : [...today, breakOf(8, '2025-03-11')];

  // About as far as breaks are from each other: then the seconds inside them decide.
  const starts = breaks.map((one) => seconds(one.local)).sort((a, b) => a - b);
  const about = () => {
    const k = below(starts.length);
    return Math.max(0, Math.abs(pick(...starts) - starts[k]!) + pick(-60, -45, -30, -15, 0, 0, 15, 30));
  };
  const spots = Array.from({ length: 2 + below(4) }, (_, k) => ({
    ...{ id: `s${k}`, advertiser: pick('A', 'A', 'B', 'C'), seconds: pick(15, 30, 30, 45) },
    cpm: pick(1, 5, 20, 20, 500, 90_090, 1_000_000),
    tier: pick('guaranteed', 'guaranteed', 'priority', 'remnant'),
    cap: pick(1, 2, 3, 3),
    ...maybe(6, { cap_block: 1 + below(2) }),
    ...maybe(6, { cap_day: 1 + below(2) }),
    ...maybe(2, { separation: pick(0, 60, 300, 1500, about(), about()) }),
    ...maybe(2, { wish: pick(clockText(72_000 + 60 * below(90)), instant(72_000 + 60 * below(90))) }),
    ...maybe(3, { wish: pick(...today).local, ...maybe(2, { tolerance_minutes: 0 }) }),
    ...maybe(9, { earliest: '20:30' }),
    ...maybe(9, { latest: '21:30' }),
    categories: pick([], ['auto'], ['auto'], ['beer'], ['auto', 'beer']),
    creative: pick('', 'f', 'g'),
    position: pick('any', 'any', 'any', 'first', 'last'),
    off_peak: pick(true, false),
  }));

  const published = spots.flatMap(({ id }, k) =>
    below(5) > 0 ? [{ spot: id, break: pick(...today, ...today, ...breaks).id, position: k + 1 }] : [],
  );
  const events = kind === 'live' ? eventsOf(today, below) : [];
  const around = [
    ...today.map((one) => seconds(one.local)),
    ...events.flatMap(({ from, live_end }) => [from, live_end]),
  ];
  const now = Math.min(
    86_399,
    pick(...around.map((one) => (typeof one === 'number' ? one : seconds(one)))) + pick(-60, 0, 45, 300, 900),
  );
  const happens = kind !== 'planned' && below(4) > 0;
  const seen = happens && below(2) === 0;
  const locked = happens ? lockable(breaks, published, now, events.length > 0 && seen) : { spots: [], breaks: [] };

  return {
    ...{ days, breaks, spots },
    ...(kind === 'planned' ? {} : { published }),
    ...(events.length > 0 ? { preemptions: events } : {}),
    ...(happens ? { now: instant(now) } : {}),
    ...(seen ? { as_run: airingsOf(today, spots, published, now, below) } : {}),
    ...(locked.spots.length > 0 && locked.breaks.length > 0 && below(4) === 0
      ? { locks: [{ spot: pick(...locked.spots), break: pick(...locked.breaks), ...maybe(4, { position: 1 }) }] }
      : {}),
    ...maybe(6, { obligations: owedOf(spots, published, below) }),
    ...maybe(8, {
      blackouts: [{ ...pick<Keys>({ category: 'beer' }, { advertiser: 'A' }, {}), from: '20:20', to: '20:40' }],
    }),
    advertisers: { A: {}, B: { parent: pick('A', 'B') }, C: {} },
    make_good: pick(
      ...[['same_day_prime', 'next_day_prime', 'remnant'], ['remnant', 'next_day_prime'], ['next_day_prime'], []],
    ),
    expires_days: pick(60, 60, 1, 0),
    rules: {
      rolling_seconds: pick(0, 1800, 3600, about()),
      separation: pick(0, 300, 900),
      competitive: pick<Keys>({}, { auto: 600 }, { auto: about() }, { auto: 1800, beer: about() }),
      creative: pick(0, 0, 900, about()),
      guard: pick(0, 0, 5),
      robust: seed % 7 === 0,
      max_shift_minutes: pick<number | false>(false, 10, 60),
    },
    weights: { shift: pick(0, 1, 3), evenness: pick(0, 10), changes: pick(0, 50), make_good: pick(0, 200) },
  };
}

type Below = ReturnType<typeof numbers>;

/** A live event that begins about when a break does; half of them are extended, or a second one follows. */
function eventsOf(breaks: readonly Keys[], below: Below): readonly Keys[] {
  const begin = seconds(breaks[below(breaks.length)]!.local) + [-300, -60, 0, 30, 45, 60][below(6)]!;
  const end = Math.min(86_000, begin + 300 * (1 + below(12)));
  const later = Math.min(86_300, end + 60 * (1 + below(30)));
  const event = (from: number, until: number, reason: string): Keys => ({
    ...{ from: clockText(from), live_end: clockText(until), reason },
  });
  const more = [
    event(begin, later, 'extended'),
    event(end - 60, later, 'extended, told before its end'),
    event(end, later, 'extended at its end'),
    event(Math.min(end + 240, later), later + 60, 'another match'),
  ];
  return [event(begin, end, 'match'), ...(below(2) === 0 ? [more[below(4)]!] : [])];
}

/** Spots of which nothing has happened, and breaks that are to come. */
function lockable(breaks: readonly Keys[], published: readonly Keys[], now: number, rare: boolean) {
  const late = breaks.filter((one) => one.locked !== true && (one.date !== '2025-03-10' || seconds(one.local) > now));
  const ids = new Set(late.map(({ id }) => id));
  const free = published.flatMap((row) => (ids.has(row.break) && !rare ? [row.spot] : []));
  return { spots: free, breaks: [...ids] };
}

/** What was seen until now of what was published: at its time, early or late, short, or nothing of it. */
function airingsOf(
  breaks: readonly Keys[],
  spots: readonly Keys[],
  published: readonly Keys[],
  now: number,
  below: Below,
): readonly Keys[] {
  return published.flatMap((row): readonly Keys[] => {
    const own = breaks.find(({ id }) => id === row.break);
    if (own === undefined || below(4) === 0) return [];
    const at = seconds(own.local) + [0, 30, -20, 90, 300, 1200][below(6)]! + below(3) * 15;
    const length = [undefined, undefined, undefined, 12, 0][below(5)];
    const booked = Number(spots.find(({ id }) => id === row.spot)!.seconds);
    if (at + booked > now) return [];
    return [
      {
        ...{ spot: row.spot, at: clockText(at) },
        ...(length === undefined ? {} : { seconds: length }),
        ...(below(3) === 0 ? { break: row.break } : {}),
      },
    ];
  });
}

/** One obligation from before, of a spot that no log has yet. */
function owedOf(spots: readonly Keys[], published: readonly Keys[], below: Below): readonly Keys[] {
  const taken = new Set(published.map(({ spot }) => spot));
  const free = spots.filter(({ id }) => !taken.has(id));
  if (free.length === 0) return [];
  const status = ['open', 'offered', 'approved', 'booked', 'credited', 'expired'][below(6)]!;
  const expires = ['2025-03-10', '2025-03-11', '2025-03-20', '2025-03-09'][below(4)]!;
  return [{ spot: free[below(free.length)]!.id, status, created: '2025-03-08', expires }];
}
