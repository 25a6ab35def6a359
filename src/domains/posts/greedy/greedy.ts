import type { Window } from '../tables/windows.ts';
import { type Platform, type PostPriority, PRIORITIES } from '../tables/words.ts';
import { clockText, DAY, dateOf, dayOf } from '../world/clock.ts';
import type { Crowd } from '../world/factors.ts';
import { metricsOf, type PlanMetrics } from './metrics.ts';
import { type Constraint, costOf, type Placed, violationsOf } from './placed.ts';
import { dayVector } from './vector.ts';

/** A post that wants an hour. */
export interface GreedyPost {
  readonly id: string;
  readonly channel: string;
  readonly platform: Platform;
  readonly type: string | null;
  readonly priority: PostPriority;
}

/** What the greedy scheduler is asked. Channels are by name; the earlier one had a single channel a platform. */
export interface GreedyQuestion {
  readonly posts: readonly GreedyPost[];
  /** Of each channel that has one. */
  readonly constraints: Readonly<Record<string, Constraint | undefined>>;
  /** Who follows each channel. Posts of a channel without an entry are left out. */
  readonly audiences: Readonly<Record<string, Pick<Crowd, 'ages' | 'mobile'> | undefined>>;
  /** The first and the last instant, both included, by one clock for all: "2025-11-03" or "2025-11-03T15:37". */
  readonly start: string;
  readonly end: string;
  /** How many posts of all channels may be out at once before it costs; the earlier scheduler had 3. */
  readonly most: number;
  readonly windows: readonly Window[];
}

/** A post with its hour, by the clock: "2025-11-03T11:00". */
export interface Assignment extends Omit<Placed, 'at'> {
  readonly at: string;
}

/** A plan of the greedy scheduler. */
export interface GreedyPlan extends PlanMetrics {
  /** In the order in which posts were placed. */
  readonly assignments: readonly Assignment[];
  /** Posts that were not placed, with the reason. */
  readonly left: readonly { readonly post: string; readonly reason: string }[];
}

/**
 * What an earlier scheduler did, for comparison: the more important post first, and of equal ones the first in the list,
 * each takes the hour of least penalty, and of equal ones the earliest. Nothing is forbidden and nothing is moved again.
 */
export function greedy({ posts, constraints, audiences, windows, most, ...span }: GreedyQuestion): GreedyPlan {
  const [start, end] = [minutesOf(span.start), minutesOf(span.end)];
  const days = daysOf(start, end);
  const wishes = posts.flatMap((post) => {
    const audience = audiences[post.channel];
    if (audience === undefined) return [];
    const scores = days.map((day) => dayVector({ windows, audience, day, platform: post.platform, type: post.type }));
    return [{ post, scores, worth: rankOf(post) * (1 + Math.max(0, ...scores.flat())) }];
  });
  const placed: Placed[] = [];
  for (const { post, scores } of wishes.toSorted((a, b) => b.worth - a.worth)) {
    const { id, channel, platform, type } = post;
    const about = { placed, channel, constraint: constraints[channel], most };
    let best: { readonly at: number; readonly timing: number; readonly penalty: number } | undefined;
    for (const [d, day] of days.entries())
      for (const [hour, timing] of scores[d]!.entries()) {
        const at = day * DAY + hour * 60;
        if (at < start || at > end) continue;
        const penalty = costOf({ ...about, at }) - timing;
        if (best === undefined || penalty < best.penalty) best = { at, timing, penalty };
      }
    if (best === undefined) continue;
    const violations = violationsOf({ ...about, at: best.at });
    placed.push({ post: id, channel, platform, type, ...best, violations });
  }
  const isPlaced = new Set(placed.map(({ post }) => post));
  const left = posts.filter(({ id }) => !isPlaced.has(id));
  return {
    assignments: placed.map((each) => ({ ...each, at: textOf(each.at) })),
    left: left.map(({ id, channel }) => ({
      post: id,
      reason: audiences[channel] === undefined ? `nothing is known of who follows ${channel}` : 'no whole hour is left',
    })),
    ...metricsOf(placed, constraints),
  };
}

/** 3 for urgent posts, 2 for normal ones, 1 for low ones. */
const rankOf = ({ priority }: GreedyPost): number => PRIORITIES.length - PRIORITIES.indexOf(priority);

/**
 * The days whose hours are looked at. Days are counted from the start in steps of 24 hours: the last day is lost where it
 * ends at an earlier time of day than the first one starts.
 */
const daysOf = (start: number, end: number): readonly number[] =>
  Array.from({ length: Math.max(0, Math.floor((end - start) / DAY) + 1) }, (_, k) => Math.floor(start / DAY) + k);

function minutesOf(text: string): number {
  const [date = '', time = '00:00'] = text.split('T');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return dayOf(date) * DAY + hours * 60 + minutes;
}

const textOf = (at: number): string => `${dateOf(Math.floor(at / DAY))}T${clockText(at % DAY)}`;
