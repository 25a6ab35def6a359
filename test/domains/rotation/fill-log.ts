import { numbers } from '../../../bench/instances.ts';
import type { Keys } from './cases.ts';

/** A spot of a made log: what the rules look at. */
interface MadeSpot {
  readonly id: string;
  readonly advertiser: string;
  readonly seconds: number;
  readonly tier: string;
  readonly cap: number;
  readonly separation: number;
  readonly categories: readonly string[];
  readonly creative: string;
  readonly latest: string;
}

interface MadeBreak {
  readonly id: string;
  readonly local: string;
  readonly seconds: number;
  readonly spots: number;
}

/** A small log with spots that are paid for, and fill. */
export interface FillLog extends Keys {
  readonly breaks: readonly MadeBreak[];
  readonly spots: readonly MadeSpot[];
  readonly rules: {
    readonly rolling_seconds: number;
    readonly competitive: Readonly<Record<string, number>>;
    readonly creative: number;
  };
}

/** Three to five breaks, one to three spots that are paid for, and one to four that are fill. */
export function fillLog(seed: number): FillLog {
  const below = numbers(seed * 6700417 + 5);
  const pick = <T>(...choices: readonly T[]): T => choices[below(choices.length)]!;
  const gap = pick(5, 10, 20);
  const breaks = Array.from({ length: 3 + below(3) }, (_, k) => {
    const minutes = 1200 + k * gap;
    const local = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
    return { id: `b${k}`, local, seconds: pick(30, 60, 90), spots: 1 + below(3) };
  });
  const made = (id: string, tier: string) => ({
    ...{ id, tier },
    advertiser: pick('A', 'B', 'C'),
    seconds: pick(15, 30, 45),
    cap: pick(1, 2, 3),
    separation: pick(0, 300, 900),
    categories: pick([], [], ['auto'], ['beer']),
    creative: pick('', '', 'f'),
    latest: pick('', '', '20:10', '20:20'),
  });
  const paid = Array.from({ length: 1 + below(3) }, (_, k) => ({
    ...made(`s${k}`, pick('guaranteed', 'remnant')),
    cpm: pick(0, 10),
    wish: pick('', '20:00', '20:10'),
  }));
  return {
    breaks,
    spots: [...paid, ...Array.from({ length: 1 + below(4) }, (_, k) => made(`p${k}`, 'fill'))],
    rules: {
      rolling_seconds: pick(0, 600, 3600),
      competitive: pick<Readonly<Record<string, number>>>({}, { auto: 600 }, { auto: 1800, beer: 300 }),
      creative: pick(0, 900),
    },
    weights: { shift: 1, evenness: pick(0, 10) },
  };
}

interface Stand {
  readonly spot: MadeSpot;
  readonly b: number;
}

const clock = (local: string): number => Number(local.slice(0, 2)) * 3600 + Number(local.slice(3)) * 60;

/** The most breaks that fill can keep from staying empty, beside these spots: all ways are tried. */
export function mostFilled(log: FillLog, paid: readonly Stand[]): number {
  const fill = log.spots.filter(({ tier }) => tier === 'fill');
  const empty = log.breaks.flatMap((_, b) => (paid.some((one) => one.b === b) ? [] : [b]));
  const extend = (k: number, placed: readonly Stand[]): number => {
    const b = empty[k];
    if (b === undefined) return 0;
    const without = extend(k + 1, placed);
    const own = fill.filter((spot) => !placed.some((one) => one.spot === spot) && mayAir(log, { spot, b }, placed));
    return Math.max(without, ...own.map((spot) => 1 + extend(k + 1, [...placed, { spot, b }])));
  };
  return extend(0, paid);
}

function mayAir({ breaks, rules }: FillLog, { spot, b }: Stand, placed: readonly Stand[]): boolean {
  const at = breaks[b]!;
  const start = (one: Stand) => clock(breaks[one.b]!.local);
  const end = (one: Stand) => start(one) + breaks[one.b]!.seconds;
  if (spot.seconds > at.seconds || (spot.latest !== '' && clock(at.local) > clock(spot.latest))) return false;
  const own = { spot, b };
  const gap = (one: Stand) => (one.b < b ? start(own) - end(one) : start(one) - end(own));
  const apart = placed.every((one) => {
    const family = one.spot.advertiser === spot.advertiser;
    const shared = one.spot.categories.filter((category) => spot.categories.includes(category));
    const need = Math.max(
      family ? Math.max(one.spot.separation, spot.separation) : 0,
      ...(family ? [] : shared.map((category) => rules.competitive[category] ?? 0)),
      spot.creative !== '' && one.spot.creative === spot.creative ? rules.creative : 0,
    );
    return need === 0 || gap(one) >= need;
  });
  const all = [...placed, own].filter((one) => one.spot.advertiser === spot.advertiser);
  const windows = all.map((last) =>
    all.filter((one) => one.b === last.b || (one.b < last.b && start(last) - end(one) < rules.rolling_seconds)),
  );
  const capped = windows.every(
    (some) => !some.includes(own) || some.length <= Math.min(...some.map((one) => one.spot.cap)),
  );
  return apart && (rules.rolling_seconds === 0 || capped);
}
