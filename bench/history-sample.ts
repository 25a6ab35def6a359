// A year of outcomes of three accounts, with an effect of weekday and hour that is known; written to
// scenarios/posts/history.csv by npx tsx bench/history-sample.ts
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { numbers } from './instances.ts';

/** A post that is out, and what came of it. */
export interface Outcome {
  readonly account: string;
  readonly zone: string;
  /** Seconds since 1970. */
  readonly at: number;
  /** By the clocks of the account; 0 is Monday. */
  readonly weekday: number;
  readonly hour: number;
  readonly reach: number;
  readonly likes: number;
  readonly comments: number;
  readonly shares: number;
  readonly impressions: number;
  /** What weekday and hour add to the logarithm of the reach: what a learner should find. */
  readonly added: number;
}

/** How a history is made. */
export interface HistoryOptions {
  /** 1: weekday and hour explain about 4 % of the variance of the logarithm of the reach; 0: nothing. */
  readonly effect?: number;
}

const ACCOUNTS = [
  { account: 'ny-photos', zone: 'America/New_York', reach: 2400, best: 18, weekend: -0.6 },
  { account: 'london-news', zone: 'Europe/London', reach: 900, best: 11, weekend: -1.2 },
  { account: 'sydney-photos', zone: 'Australia/Sydney', reach: 1500, best: 20, weekend: 0.8 },
] as const;

const FIRST = Temporal.PlainDate.from('2024-11-01');
const DAYS = 365;
/** Of the logarithm of the reach: what chance makes of it, of which the next post keeps a part; what followers add in a year. */
const NOISE = 0.6;
const KEPT = 0.35;
const GROWTH = 0.5;
const SHARE = 0.04;
/** The standard deviation of the effect of 1: this share of the variance of effect, chance and growth together. */
const DEVIATION = Math.sqrt((SHARE / (1 - SHARE)) * (NOISE ** 2 + GROWTH ** 2 / 12));

/** A year of outcomes, account by account, each in order of time. The same seed and effect give the same, everywhere. */
export function madeHistory(seed: number, { effect = 1 }: HistoryOptions = {}): readonly Outcome[] {
  return ACCOUNTS.flatMap((about, index) => {
    const below = numbers(seed * 7 + index);
    const unit = () => (below(1_000_000) + 0.5) / 1_000_000;
    // The sum of twelve uniform numbers is nearly normal: no function whose last digit depends on the machine.
    const normal = () => Array.from({ length: 12 }, unit).reduce((sum, each) => sum + each, -6);
    const times = Array.from({ length: DAYS }, (_, day) => ({
      day,
      hour: 6 + below(17),
      quarter: below(4),
      out: unit(),
    }));
    const posts = times.filter(({ out }) => out < 0.82).map((time) => ({ ...time, ...clockOf(about.zone, time) }));
    const shapes = posts.map(({ weekday, hour }) => shapeOf(about, weekday, hour));
    const mean = shapes.reduce((sum, each) => sum + each, 0) / shapes.length;
    const deviation = Math.sqrt(shapes.reduce((sum, each) => sum + (each - mean) ** 2, 0) / shapes.length);
    let chance = normal();
    return posts.map(({ day, hour, weekday, at }, k): Outcome => {
      chance = KEPT * chance + Math.sqrt(1 - KEPT ** 2) * normal();
      const added = (effect * DEVIATION * (shapes[k]! - mean)) / deviation;
      const reach = Math.round(about.reach * Math.exp((GROWTH * day) / DAYS + NOISE * chance + added));
      const likes = Math.round(reach * 0.045 * Math.exp(0.4 * normal()));
      return {
        ...{ account: about.account, zone: about.zone, at, weekday, hour, reach, likes, added },
        comments: Math.round(likes * 0.12 * unit()),
        shares: Math.round(likes * 0.18 * unit()),
        impressions: Math.round(reach * (1.1 + 0.4 * unit())),
      };
    });
  });
}

/** A hill about the best hour; weekends lower or higher, and later; a dip on Monday mornings. */
function shapeOf({ best, weekend }: (typeof ACCOUNTS)[number], weekday: number, hour: number): number {
  const away = (hour - best - (weekday > 4 ? 2 : 0)) / 4;
  return 2 / (1 + away * away) + (weekday > 4 ? weekend : 0) - (weekday === 0 && hour < 10 ? 0.7 : 0);
}

function clockOf(zone: string, { day, hour, quarter }: Readonly<Record<'day' | 'hour' | 'quarter', number>>) {
  const shown = FIRST.add({ days: day }).toZonedDateTime({ timeZone: zone, plainTime: { hour, minute: 15 * quarter } });
  return { weekday: shown.dayOfWeek - 1, at: shown.epochMilliseconds / 1000 };
}

/** The history as the export of three accounts has it: one by local times of New York, the others with their offsets. */
export function historyCsv(outcomes: readonly Outcome[]): string {
  const header = 'Post ID,Account,Publish time,Reach,Likes,Comments,Shares,Impressions';
  const lines = outcomes.map(({ account, reach, likes, comments, shares, impressions, ...time }, k) =>
    [17_840_000 + 37 * k, account, timeText(time), reach, likes, comments, shares, impressions].join(','),
  );
  return `${[header, ...lines].join('\n')}\n`;
}

function timeText({ zone, at }: Pick<Outcome, 'zone' | 'at'>): string {
  const shown = Temporal.Instant.fromEpochMilliseconds(at * 1000).toZonedDateTimeISO(zone);
  const { year, month, day, hour, minute } = shown;
  if (zone !== ACCOUNTS[0].zone) return shown.toString({ smallestUnit: 'minute', timeZoneName: 'never' });
  return `${month}/${day}/${year} ${hour % 12 || 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** The file that is made, and its seed. */
export const HISTORY = join(import.meta.dirname, '../scenarios/posts/history.csv');
export const SEED = 42;

if (process.argv[1] === import.meta.filename) writeFileSync(HISTORY, historyCsv(madeHistory(SEED)));
