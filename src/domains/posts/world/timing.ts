import { WEEKDAYS } from '../../../tables/dates.ts';
import { windowsIn } from '../tables/windows.ts';
import type { PostTables } from '../tables.ts';
import type { Channel } from './channels.ts';
import { type Crowd, crowdOf, type Factors, factorsOf } from './factors.ts';
import type { Post } from './posts.ts';
import type { Scope } from './scope.ts';

/** A timing score with its factors. */
export interface Timing extends Factors {
  /** From 0 to 10,000: beside the best instant that it is compared with, and with what was learnt. */
  readonly score: number;
}

interface Question {
  readonly scope: Scope;
  readonly tables: PostTables;
  readonly channels: readonly Channel[];
  readonly posts: readonly Post[];
  readonly instants: readonly number[];
}

/** How well each instant suits a post. Posts of one channel and one content type have the same scores, found once. */
export function timingsOf(question: Question): (post: number, at: number) => Timing {
  const { channels, posts, instants } = question;
  const kinds = new Map<string, ReadonlyMap<number, Timing>>();
  const byPost = posts.map(({ channel, row }) => {
    const key = `${channel} ${row.type}`;
    const known = kinds.get(key) ?? scoresOf(question, channels[channel]!, row.type);
    kinds.set(key, known);
    return known;
  });
  return (post, at) => byPost[post]!.get(instants[at]!)!;
}

/** The scores of one content type on one channel at every instant. */
function scoresOf(
  { scope, tables, instants }: Question,
  channel: Channel,
  type: string | null,
): ReadonlyMap<number, Timing> {
  const { scoring } = scope;
  const windows = windowsIn(tables.windows);
  const crowd: Crowd = crowdOf(tables.audiences.rows, channel);
  const about = { scoring, windows, crowd, channel, type, holidays: scope.holidays === 'score' };
  const factors = instants.map((instant) => factorsOf(about, instant));
  const raw = factors.map(rawOf);
  const isOpen = new Set(channel.open);
  // The best instant of the horizon, or of a day, is one at which the channel may publish.
  const periodOf = scoring.normalise === 'day' ? (k: number) => channel.clock.local(instants[k]!).day : () => 0;
  const best = new Map<number, number>();
  instants.forEach((instant, k) => {
    if (isOpen.has(instant)) best.set(periodOf(k), Math.max(best.get(periodOf(k)) ?? 0, raw[k]!));
  });
  const learnt = learntOf(tables, channel);
  const scored = factors.map((own, k): readonly [number, Timing] => {
    const top = best.get(periodOf(k)) ?? 0;
    const beside = top === 0 ? 0 : wholeOf(10_000 * raw[k]!, top);
    const lesson = learnt(instants[k]!);
    const score =
      lesson === undefined ? beside : wholeOf((100 - scoring.learnt) * beside + scoring.learnt * lesson, 100);
    return [instants[k]!, { ...own, score }];
  });
  return new Map(scored);
}

/**
 * The product of all factors in billionths. A product that is just a half is rounded up: what it is off by in floating
 * point is far less than what is added.
 */
const rawOf = ({ base, audience, format, season, recency }: Factors): number =>
  Math.floor(base * audience * format * season * recency * 1e9 + 0.5001);

/** A fraction of whole numbers, rounded half up. */
const wholeOf = (above: number, below: number): number => Math.floor((2 * above + below) / (2 * below));

/** What was learnt of the hour of an instant, beside the best hour of the channel: from 0 to 10,000. */
function learntOf({ learnt }: PostTables, { id, clock }: Channel): (instant: number) => number | undefined {
  const own = learnt.rows.filter(({ channel }) => channel === id);
  const most = Math.max(0, ...own.map(({ mean }) => mean));
  if (most === 0) return () => undefined;
  const cells = new Map(
    own.map(({ weekday, hour, mean }) => [
      WEEKDAYS.indexOf(weekday) * 24 + hour,
      Math.floor((10_000 * mean) / most + 0.500001),
    ]),
  );
  return (instant) => {
    const { weekday, minute } = clock.local(instant);
    return cells.get(weekday * 24 + Math.floor(minute / 60));
  };
}
