import type { Keys } from '../cases.ts';

/** A spot of a scenario, as its row says it. */
export interface Spot {
  readonly id: string;
  readonly advertiser: string;
  readonly parent: string;
  readonly seconds: number;
  /** 0: guaranteed, 1: priority, 2: remnant. */
  readonly tier: number;
  readonly cents: number;
  readonly cap: number;
  readonly capBlock: number | undefined;
  readonly capDay: number | undefined;
  readonly separation: number;
  /** A time of day, or a moment. */
  readonly wish: { readonly time: number } | { readonly moment: number } | undefined;
  readonly exact: boolean;
  readonly earliest: number;
  readonly latest: number;
  readonly categories: readonly string[];
  readonly creative: string | undefined;
  readonly position: string;
  readonly offPeak: boolean;
}

/** Seconds of a time of day; hours before 6 are those of the next calendar day. */
export function timeOf(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.split(':').map(Number);
  return (hours < 6 ? hours + 24 : hours) * 3600 + minutes * 60 + seconds;
}

/** Days from 10 March 2025 to a date of that month. */
export const dayOf = (date: string): number => Number(date.slice(8, 10)) - 10;

/** Seconds, in local time, since 10 March 2025 began: of "20:40" on a day, or of "2025-03-11T20:40:00-04:00". */
export function momentOf(text: string, day = 0): number {
  const [date, clock] = text.split('T');
  if (clock === undefined) return day * 86_400 + timeOf(text);
  const [hours = 0, minutes = 0, seconds = 0] = clock.slice(0, 8).split(':').map(Number);
  return dayOf(date!) * 86_400 + hours * 3600 + minutes * 60 + seconds;
}

/** The rows of a table of a scenario. */
export const rowsOf = (keys: Keys, table: string): readonly Keys[] => (keys[table] ?? []) as readonly Keys[];

/** The settings that the rules ask for, with their defaults. */
export function settingsOf(keys: Keys) {
  const [rules, weights] = [(keys.rules ?? {}) as Keys, (keys.weights ?? {}) as Keys];
  const own = <T>(of: Keys, name: string, otherwise: T): T => (of[name] ?? otherwise) as T;
  return {
    days: own(keys, 'days', 1),
    now: keys.now === undefined ? Number.NEGATIVE_INFINITY : momentOf(String(keys.now)),
    windows: own<readonly string[]>(keys, 'make_good', ['same_day_prime', 'next_day_prime', 'remnant']),
    expiresDays: own(keys, 'expires_days', 60),
    rolling: own(rules, 'rolling_seconds', 3600),
    separation: own(rules, 'separation', 900),
    competitive: own<Readonly<Record<string, number>>>(rules, 'competitive', {}),
    creative: own(rules, 'creative', 2700),
    guard: own(rules, 'guard', 0),
    robust: own(rules, 'robust', false),
    maxShift: own<number | false>(rules, 'max_shift_minutes', 60),
    shiftPoints: own(weights, 'shift', 1),
    evennessPoints: own(weights, 'evenness', 10),
    changePoints: own(weights, 'changes', 50),
    makeGoodPoints: own(weights, 'make_good', 200),
  };
}

export type Settings = ReturnType<typeof settingsOf>;

/** The spots of a scenario, by id. */
export function spotsOf(keys: Keys): readonly Spot[] {
  const { separation } = settingsOf(keys);
  const advertisers = (keys.advertisers ?? {}) as Readonly<Record<string, Keys>>;
  return rowsOf(keys, 'spots')
    .map((row): Spot => {
      const advertiser = String(row.advertiser);
      const wish = row.wish === undefined ? undefined : String(row.wish);
      const maybe = (name: string) => row[name] as number | undefined;
      return {
        id: String(row.id),
        advertiser,
        parent: String(advertisers[advertiser]?.parent ?? advertiser),
        seconds: Number(row.seconds),
        tier: ['guaranteed', 'priority', 'remnant'].indexOf(String(row.tier)),
        cents: Number(row.cpm) * 100,
        cap: maybe('cap') ?? 3,
        capBlock: maybe('cap_block'),
        capDay: maybe('cap_day'),
        separation: maybe('separation') ?? separation,
        wish: wish?.includes('T') ? { moment: momentOf(wish) } : wish ? { time: timeOf(wish) } : undefined,
        exact: wish !== undefined && row.tolerance_minutes === 0,
        earliest: row.earliest === undefined ? Number.NEGATIVE_INFINITY : timeOf(String(row.earliest)),
        latest: row.latest === undefined ? Number.POSITIVE_INFINITY : timeOf(String(row.latest)),
        categories: (row.categories ?? []) as readonly string[],
        creative: row.creative ? String(row.creative) : undefined,
        position: String(row.position ?? 'any'),
        offPeak: row.off_peak === true,
      };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
