import { Temporal } from 'temporal-polyfill';
import { compare, groupBy } from '../../../audit/rows.ts';
import type { Problem } from '../../../problems/problem.ts';
import type { Interval } from '../tables/cells.ts';
import { PRIORITIES } from '../tables/words.ts';
import type { PostRow, PostTables } from '../tables.ts';
import type { Channel, Reach } from './channels.ts';
import { type Clock, dateOf, earliestOf, instantsOf, latestOf } from './clock.ts';

/** A post that is to be published once. */
export interface Post {
  readonly id: string;
  /** The row that it comes from; several posts have one where it is repeated. */
  readonly row: PostRow;
  /** The place of its channel in the list. */
  readonly channel: number;
  /** 0 urgent, 1 normal, 2 low. */
  readonly tier: number;
  /** The first and the last instant that it may have. */
  readonly earliest: number;
  readonly latest: number;
  readonly lock: number | null;
  /** Where it was in the plan before. */
  readonly before: number | null;
  /** What it says, without what readers do not see: letter case and blanks. */
  readonly text: string | null;
}

/** One post that comes later than another one, by so many minutes. */
export interface Order {
  readonly before: number;
  readonly after: number;
  readonly minutes: number;
  /** Whether the later one needs the earlier one: in a queue it does not. */
  readonly needs: boolean;
}

/** What a text is compared by: without letter case, and with one blank for several. */
export const plainText = (text: string | null): string | null =>
  text === null ? null : text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** All posts by name, without those that are out already; and the names of these. */
export function postsOf(tables: PostTables, channels: readonly Channel[], reach: Reach) {
  const channelAt = new Map(channels.map(({ id }, index) => [id, index]));
  const plan = new Map(tables.planned.rows.map(({ post, at }) => [post, at]));
  const problems: Problem[] = [];
  const isOutside = (at: number) => at < reach.from || at >= reach.to;
  const locks = tables.posts.rows.flatMap(({ post, channel, at }): readonly (readonly [string, number])[] => {
    const [lock] = at === null ? [] : instantsOf(channels[channelAt.get(channel)!]!.clock, at);
    return lock === undefined || !isOutside(lock) ? [] : [[post, lock]];
  });
  const elsewhere = new Map(locks);
  const out = new Map([
    ...elsewhere,
    ...channels.flatMap(({ fixed }) => fixed.flatMap(({ post, at }) => (post === null ? [] : [[post, at] as const]))),
  ]);
  const all = tables.posts.rows.flatMap((row): readonly Post[] => {
    const channel = channelAt.get(row.channel)!;
    const first = row.after === null ? undefined : out.get(row.after);
    const follows = first === undefined ? -Infinity : first + Math.max(1, (row.offset_hours ?? 0) * 60);
    const { clock } = channels[channel]!;
    const locks = row.at === null ? [null] : instantsOf(clock, row.at);
    if (locks.length === 0) problems.push(skippedTime(row, clock));
    return spansOf(row, clock, reach).map(({ id, earliest, latest }) => {
      const before = plan.get(id);
      return {
        id,
        row,
        channel,
        tier: PRIORITIES.indexOf(row.priority),
        earliest: Math.max(earliest, follows),
        latest,
        lock: locks[0] ?? null,
        before: before === undefined ? null : earliestOf(clock, before),
        text: plainText(row.text),
      };
    });
  });
  const done = new Set(channels.flatMap(({ id, fixed }) => fixed.map(({ post }) => JSON.stringify([id, post]))));
  const isOut = ({ id, row }: Post) => done.has(JSON.stringify([row.channel, id]));
  return {
    posts: all.filter((post) => !isOut(post) && !elsewhere.has(post.id)).toSorted((a, b) => compare(a.id, b.id)),
    elsewhere: [...elsewhere.keys()],
    done: all.filter(isOut).map(({ id }) => id),
    problems,
  };
}

const skippedTime = ({ post, at }: PostRow, { zone }: Clock): Problem => ({
  message: `posts: ${post} is locked at ${at}, a time that clocks in ${zone} skip on that day`,
  maybe: 'Maybe an hour later; or give the instant with its offset, such as 2026-03-08T07:30Z.',
});

interface NamedSpan {
  readonly id: string;
  readonly earliest: number;
  readonly latest: number;
}

/** When a post may be published: once, or once in each interval of which a part is in the horizon. */
function spansOf(row: PostRow, clock: Clock, { from, to }: Reach): readonly NamedSpan[] {
  const earliest = row.earliest === null ? from : earliestOf(clock, row.earliest);
  const latest = row.deadline === null ? to - 1 : latestOf(clock, row.deadline);
  if (row.every === null) return [{ id: row.post, earliest, latest }];
  const { day, minute } = clock.local(earliest);
  const first = Temporal.PlainDateTime.from(`${dateOf(day)}T00:00`).add({ minutes: minute });
  const begin = (k: number) => earliestOf(clock, first.add(lengthOf(row.every!, k)).toString().slice(0, 16));
  const spans: NamedSpan[] = [];
  for (let k = 0; begin(k) < to && begin(k) <= latest; k++)
    if (begin(k + 1) > from)
      spans.push({ id: `${row.post}#${k + 1}`, earliest: begin(k), latest: Math.min(latest, begin(k + 1) - 1) });
  return spans;
}

const lengthOf = ({ count, unit }: Interval, times: number) => ({ [`${unit}s`]: count * times });

/** Which posts come after which, and what is wrong with that. */
export function ordersOf(posts: readonly Post[], channels: readonly Channel[]) {
  const problems: Problem[] = [];
  const byRow = groupBy(posts.keys(), (index) => posts[index]!.row.post);
  const orders = posts.flatMap(({ row }, after): readonly Order[] => {
    if (row.after === null) return [];
    const minutes = (row.offset_hours ?? 0) * 60;
    const before = byRow.get(row.after) ?? [];
    if (before.length > 1 || posts[before[0] ?? after]!.row.every !== null) {
      problems.push({
        message: `posts: ${row.post} comes after ${row.after}, which is repeated`,
        maybe: 'Maybe name a post that is published once.',
      });
      return [];
    }
    return before.map((index) => ({ before: index, after, minutes, needs: true }));
  });
  const circle = circleIn(posts, orders);
  if (circle.length > 0)
    problems.push({
      message: `posts: these come after each other in a circle: ${circle.map((p) => posts[p]!.id).join(', ')}`,
    });
  return { orders: [...orders, ...queuesOf(posts, channels, problems)], problems };
}

/** The order of queues: each post later than the one before it, where both are published. */
function queuesOf(posts: readonly Post[], channels: readonly Channel[], problems: Problem[]): readonly Order[] {
  return channels.flatMap(({ row }, c) => {
    if (!row.queue) return [];
    const own = [...posts.keys()].filter((p) => posts[p]!.channel === c);
    const lost = own.find((p) => posts[p]!.row.position === null);
    if (lost !== undefined)
      problems.push({
        message: `posts: ${posts[lost]!.id} has no position, and ${row.channel} is a queue`,
        maybe: 'Maybe number its posts in the column position: 1, 2, 3.',
      });
    const line = own.toSorted((a, b) => posts[a]!.row.position! - posts[b]!.row.position! || a - b);
    return line.slice(1).map((after, k) => ({ before: line[k]!, after, minutes: 0, needs: false }));
  });
}

/** Posts of which each comes after the next one, and the last after the first; nothing where there is no such circle. */
function circleIn(posts: readonly Post[], orders: readonly Order[]): readonly number[] {
  const before = new Map(orders.map((order) => [order.after, order.before]));
  for (const start of posts.keys()) {
    const path: number[] = [];
    for (let at: number | undefined = start; at !== undefined; at = before.get(at)) {
      if (path.includes(at)) return path.slice(path.indexOf(at));
      path.push(at);
    }
  }
  return [];
}
