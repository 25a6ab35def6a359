import { greedy } from '../greedy/greedy.ts';
import { gapOf } from '../rules/gaps.ts';
import { windowsIn } from '../tables/windows.ts';
import type { PostTables } from '../tables.ts';
import type { Channel } from './channels.ts';
import { clockNear, earliestOf } from './clock.ts';
import { crowdOf } from './factors.ts';
import type { Post } from './posts.ts';
import type { Scope } from './scope.ts';

interface Question {
  readonly scope: Scope;
  readonly tables: PostTables;
  readonly channels: readonly Channel[];
  readonly posts: readonly Post[];
}

/**
 * The instant at which the earlier scheduler puts each post, by its place in the list; posts that it does not place are
 * left out. It asks for posts in the order of their table. All hours are those of one clock, the zone of the horizon. The
 * gap of a channel is the one of its last post, since that scheduler knew one for each account.
 */
export function greedySlots({ scope, tables, channels, posts }: Question): ReadonlyMap<number, number> {
  const { horizon, gaps, most } = scope;
  const rowAt = new Map(tables.posts.rows.map((row, k) => [row, k]));
  const order = [...posts.keys()].toSorted(
    (a, b) => rowAt.get(posts[a]!.row)! - rowAt.get(posts[b]!.row)! || posts[a]!.earliest - posts[b]!.earliest,
  );
  const last = new Map(order.map((p) => [posts[p]!.channel, posts[p]!.row.type]));
  const plan = greedy({
    posts: order.map((p) => {
      const { id, row, channel } = posts[p]!;
      return {
        id,
        channel: row.channel,
        platform: channels[channel]!.platform,
        type: row.type,
        priority: row.priority,
      };
    }),
    constraints: Object.fromEntries(
      channels.map(({ id }, c) => [
        id,
        gaps === false ? undefined : { gapHours: gapOf(gaps, last.get(c) ?? null) / 60, most },
      ]),
    ),
    audiences: Object.fromEntries(channels.map((channel) => [channel.id, crowdOf(tables.audiences.rows, channel)])),
    windows: windowsIn(tables.windows),
    ...{ start: horizon.start, end: horizon.end, most },
  });
  const clock = clockNear(horizon);
  const postAt = new Map(posts.map(({ id }, p) => [id, p]));
  return new Map(plan.assignments.map(({ post, at }) => [postAt.get(post)!, earliestOf(clock, at)]));
}
