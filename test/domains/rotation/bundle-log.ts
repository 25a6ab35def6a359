import { numbers } from '../../../bench/instances.ts';
import type { Keys } from './cases.ts';

/** A spot of a made log: what the rules look at. */
interface MadeSpot {
  readonly id: string;
  readonly advertiser: string;
  readonly seconds: number;
  readonly cpm: number;
  readonly tier: 'guaranteed' | 'priority' | 'remnant';
  readonly cap: number;
  readonly separation: number;
  readonly categories: readonly string[];
  readonly creative: string;
  readonly position: string;
  readonly latest: string;
  readonly bundle: string;
  readonly pairing: string;
  readonly part: number | '';
}

interface MadeBreak {
  readonly id: string;
  readonly local: string;
  readonly seconds: number;
  readonly spots: number;
}

/** A small log with a bookend or a piggyback, or with both. */
export interface BundleLog extends Keys {
  readonly breaks: readonly MadeBreak[];
  readonly spots: readonly MadeSpot[];
  readonly rules: {
    readonly rolling_seconds: number;
    readonly competitive: Readonly<Record<string, number>>;
    readonly creative: number;
    readonly guard: number;
    readonly robust: boolean;
  };
}

/** Two or three breaks of up to four spots, and bundles among four to six spots. */
export function bundleLog(seed: number): BundleLog {
  const below = numbers(seed * 7368787 + 11);
  const pick = <T>(...choices: readonly T[]): T => choices[below(choices.length)]!;
  const gap = pick(5, 10, 15);
  const breaks = Array.from({ length: 2 + below(2) }, (_, k) => ({
    id: `b${k}`,
    local: `20:${String(k * gap).padStart(2, '0')}`,
    seconds: pick(60, 90, 120),
    spots: 2 + below(3),
  }));
  const shared = { bundle: '', pairing: '', part: '' as const };
  const loose = (): Omit<MadeSpot, 'id'> => ({
    ...shared,
    advertiser: pick('A', 'B', 'C'),
    seconds: pick(15, 30, 30, 45),
    cpm: pick(0, 5, 10, 20),
    tier: pick('guaranteed', 'priority', 'remnant'),
    cap: pick(1, 2, 3),
    separation: pick(0, 0, 60, 300),
    categories: pick([], ['auto'], ['auto'], ['beer']),
    creative: pick('', '', 'f'),
    position: pick('any', 'any', 'any', 'first', 'last'),
    latest: pick('', '', '', '20:05'),
  });
  const bundle = (name: string, pairing: string, size: number): readonly Omit<MadeSpot, 'id'>[] => {
    const sold = { ...loose(), cap: pick(1, 2, 3, 3), separation: pick(0, 60, 300, 900) };
    return Array.from({ length: size }, (_, k) => ({
      ...sold,
      ...{ bundle: name, pairing, part: k + 1, position: '' },
      seconds: pick(15, 30),
      cpm: pick(0, 5, 20),
      latest: pick('', '', '', '20:05'),
      categories: pick([], ['auto'], ['auto']),
      creative: pick('', 'f'),
    }));
  };
  const spots = pick(
    [...bundle('duo', 'bookend', 2), loose(), loose(), loose()],
    [...bundle('tandem', 'piggyback', 2), loose(), loose(), loose()],
    [...bundle('tandem', 'piggyback', 3), loose(), loose()],
    [...bundle('duo', 'bookend', 2), ...bundle('tandem', 'piggyback', 2), loose()],
  );
  return {
    breaks,
    spots: spots.map((spot, k) => ({ ...spot, id: `s${k}` })),
    rules: {
      rolling_seconds: pick(0, 60, 600, 3600),
      competitive: pick<Readonly<Record<string, number>>>({}, { auto: 60 }, { auto: 600 }),
      creative: pick(0, 300),
      guard: pick(0, 5),
      robust: seed % 5 === 0,
    },
    weights: { shift: 0, evenness: 0, changes: 0 },
  };
}

interface Airing {
  readonly spot: MadeSpot;
  readonly b: number;
  readonly start: number;
}

const clock = (local: string): number => Number(local.slice(0, 2)) * 3600 + Number(local.slice(3)) * 60;

/** The most cents by tier, guaranteed first, of every log that there is: each is tried. */
export function bestOfAll({ breaks, spots, rules }: BundleLog): readonly number[] {
  let most: readonly number[] = [-1, -1, -1];
  const worthOf = (own: readonly MadeSpot[]) =>
    ['guaranteed', 'priority', 'remnant'].map((tier) =>
      own.reduce((sum, spot) => sum + (spot.tier === tier ? Math.max(1, spot.cpm * 100) : 0), 0),
    );
  const extend = (s: number, inside: readonly (readonly MadeSpot[])[]): void => {
    const spot = spots[s];
    if (spot !== undefined) {
      extend(s + 1, inside);
      breaks.forEach((at, b) => {
        if (spot.latest !== '' && clock(at.local) > clock(spot.latest)) return;
        extend(
          s + 1,
          inside.map((own, k) => (k === b ? [...own, spot] : own)),
        );
      });
      return;
    }
    const worth = worthOf(inside.flat());
    const k = worth.findIndex((value, tier) => value !== most[tier]);
    if (k >= 0 && worth[k]! > most[k]! && areWhole(spots, inside) && hasOrders(0, inside, [])) most = worth;
  };
  const hasOrders = (b: number, inside: readonly (readonly MadeSpot[])[], before: readonly Airing[]): boolean => {
    const at = breaks[b];
    if (at === undefined) return true;
    const own = inside[b]!;
    const used = own.reduce((sum, { seconds }) => sum + seconds + rules.guard, 0);
    if (own.length > at.spots || used > at.seconds) return false;
    return ordersOf(own).some((line) => {
      if (!mayStand(line)) return false;
      let start = clock(at.local);
      const airings = line.map((spot): Airing => {
        const airing = { spot, b, start };
        start += spot.seconds + rules.guard;
        return airing;
      });
      const all = [...before, ...airings];
      return keeps(all, breaks, rules) && hasOrders(b + 1, inside, all);
    });
  };
  extend(
    0,
    breaks.map(() => []),
  );
  return most;
}

/** The spots of a bundle are all in one break, or none of them is in any. */
function areWhole(spots: readonly MadeSpot[], inside: readonly (readonly MadeSpot[])[]): boolean {
  return inside.every((own) =>
    own.every(({ bundle }) => bundle === '' || spots.every((mate) => mate.bundle !== bundle || own.includes(mate))),
  );
}

function ordersOf<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length === 0) return [[]];
  return items.flatMap((one) => ordersOf(items.filter((other) => other !== one)).map((rest) => [one, ...rest]));
}

function mayStand(line: readonly MadeSpot[]): boolean {
  return line.every((spot, k) => {
    const next = line[k + 1];
    if (spot.position === 'first' && k > 0) return false;
    if (spot.position === 'last' && next !== undefined) return false;
    if (spot.pairing === 'bookend' && k !== (spot.part === 1 ? 0 : line.length - 1)) return false;
    if (spot.pairing === 'piggyback') {
      const after = line.find(({ bundle, part }) => bundle === spot.bundle && part === Number(spot.part) + 1);
      if (after !== undefined && next !== after) return false;
    }
    if (next === undefined || next.advertiser === spot.advertiser) return true;
    return !next.categories.some((category) => spot.categories.includes(category));
  });
}

function keeps(all: readonly Airing[], breaks: readonly MadeBreak[], rules: BundleLog['rules']): boolean {
  const endOf = (b: number) => clock(breaks[b]!.local) + breaks[b]!.seconds;
  const startOf = (b: number) => clock(breaks[b]!.local);
  const between = (a: Airing, b: Airing) => {
    if (!rules.robust) return b.start - a.start - a.spot.seconds;
    return a.b === b.b ? 0 : startOf(b.b) - endOf(a.b);
  };
  for (const [i, a] of all.entries())
    for (const b of all.slice(i + 1)) {
      if (a.spot.bundle !== '' && a.spot.bundle === b.spot.bundle) continue;
      const family = a.spot.advertiser === b.spot.advertiser;
      const shared = a.spot.categories.filter((one) => b.spot.categories.includes(one));
      const need = Math.max(
        family ? Math.max(a.spot.separation, b.spot.separation) : 0,
        ...(family ? [] : shared.map((category) => rules.competitive[category] ?? 0)),
        a.spot.creative !== '' && a.spot.creative === b.spot.creative ? rules.creative : 0,
      );
      if (need > 0 && between(a, b) < need) return false;
    }
  if (rules.rolling_seconds === 0) return true;
  return all.every((last) => {
    const inside = all.filter((one) => {
      if (one.spot.advertiser !== last.spot.advertiser) return false;
      if (!rules.robust) return one.start <= last.start && one.start > last.start - rules.rolling_seconds;
      return one.b === last.b || (one.b < last.b && startOf(last.b) - endOf(one.b) < rules.rolling_seconds);
    });
    return inside.length <= Math.min(...inside.map(({ spot }) => spot.cap));
  });
}
