import type { Cut } from '../../../domain.ts';
import { groupsBy, type LimitRow, rowLimits } from '../../../policy/rows.ts';
import { noParameters, rulesOver } from '../../../policy/rule.ts';
import { localText } from '../world/clock.ts';
import type { Order } from '../world/posts.ts';
import type { PostAxis, Publications, World } from '../world/world.ts';

const rule = rulesOver<World, PostAxis>();

/**
 * So many entries the rows of all orders may have together. Where each instant has a row they need no more; elsewhere the
 * rows are spread over the instants, and schedules show which others count.
 */
const ENTRIES = 1_500_000;
/** Each order has at least so many rows. */
const ROWS = 30;

const more = (label: string) => `an earlier time for ${label}`;

/** What comes after what. */
export const order = rule({
  name: 'order',
  title: 'Order',
  section: 'always',
  meaning:
    'A post that comes after another one is published later than it, by the hours that it says, and only if that one is published. Posts of a queue keep the order of their positions; where one of them is left out, the others go on.',
  formula: 't(q) >= t(p) + offset, and t(q) > t(p), where q comes after p',
  parameters: noParameters,
  limits: ({ world, all, columns }) => {
    const { instants, orders } = world;
    const byPost = byPostOf(world, all);
    const rows = orders.flatMap((own) => {
      const pair = pairOf(byPost, own);
      const width = pair.earlier.length + pair.later.length;
      const most = Math.max(ROWS, ENTRIES / Math.max(1, width * orders.length));
      const step = Math.max(1, Math.ceil(instants.length / most));
      return [
        ...(own.needs ? [needRow(world, pair)] : []),
        ...instants.filter((_, t) => t % step === 0).flatMap((at) => orderRow(world, all, pair, at)),
      ];
    });
    return rowLimits({ rule: 'order', rows, columns, more });
  },
});

/** An order with the candidates of its two posts. */
interface Pair {
  readonly order: Order;
  readonly earlier: readonly number[];
  readonly later: readonly number[];
}

/** The candidates of the posts that are in any order. */
function byPostOf({ orders }: World, all: Publications): ReadonlyMap<number, readonly number[]> {
  const ordered = new Set(orders.flatMap(({ before, after }) => [before, after]));
  return groupsBy(all.count, (j) => (ordered.has(all.post[j]!) ? all.post[j]! : undefined));
}

const pairOf = (byPost: ReadonlyMap<number, readonly number[]>, order: Order): Pair => ({
  order,
  earlier: byPost.get(order.before) ?? [],
  later: byPost.get(order.after) ?? [],
});

/** The least time from the earlier post to the later one, in minutes: never the same instant. */
const offsetOf = ({ minutes }: Order): number => Math.max(1, minutes);

/** The later post is not published without the earlier one. */
const needRow = ({ posts }: World, { order: { before, after }, earlier, later }: Pair): LimitRow => ({
  columns: [...later, ...earlier],
  uses: [...later.map(() => 1), ...earlier.map(() => -1)],
  most: 0,
  label: `${posts[after]!.id} without ${posts[before]!.id}`,
});

/** Where the earlier post is published at this instant or later, the later one is not before it and its offset have passed. */
function orderRow(world: World, all: Publications, pair: Pair, at: number): readonly LimitRow[] {
  const { posts, instants } = world;
  const { before, after } = pair.order;
  const end = at + offsetOf(pair.order);
  const later = pair.later.filter((j) => instants[all.at[j]!]! < end);
  const earlier = pair.earlier.filter((j) => instants[all.at[j]!]! >= at);
  if (later.length === 0 || earlier.length === 0) return [];
  const label = `${posts[after]!.id}, which comes after ${posts[before]!.id}, about ${localText(world.channelOf(before).clock, at)}`;
  return [{ columns: [...later, ...earlier], most: 1, label }];
}

/** Orders that a schedule breaks, each as the row of the instant at which it does. */
function brokenOrders(world: World, all: Publications, chosen: Int32Array): readonly LimitRow[] {
  const at = new Map(Array.from(chosen, (j) => [all.post[j]!, world.instants[all.at[j]!]!]));
  const broken = world.orders.filter((order) => {
    const [first, then] = [at.get(order.before), at.get(order.after)];
    return first !== undefined && then !== undefined && then < first + offsetOf(order);
  });
  if (broken.length === 0) return [];
  const byPost = byPostOf(world, all);
  return broken.flatMap((order) => orderRow(world, all, pairOf(byPost, order), at.get(order.before)!));
}

/** The same as limits that the model does not state yet. */
export const cutsOf = (world: World, all: Publications, columns: number, chosen: Int32Array): readonly Cut[] =>
  world.greedy === undefined ? rowLimits({ rule: 'order', rows: brokenOrders(world, all, chosen), columns, more }) : [];
