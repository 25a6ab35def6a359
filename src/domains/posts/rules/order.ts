import type { Cut } from '../../../domain.ts';
import type { LimitRow } from '../../../policy/rows.ts';
import { rowLimits } from '../../../policy/rows.ts';
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
    const rows = world.orders.flatMap((own, index) => {
      const { instants } = world;
      const width = columnsOf(all, own.before).length + columnsOf(all, own.after).length;
      const most = Math.max(ROWS, ENTRIES / Math.max(1, width * world.orders.length));
      const step = Math.max(1, Math.ceil(instants.length / most));
      const needed = own.needs ? [needRow(world, all, own)] : [];
      return [...needed, ...instants.filter((_, t) => t % step === 0).flatMap((at) => orderRow(world, all, index, at))];
    });
    return rowLimits({ rule: 'order', rows, columns, more });
  },
});

/** The later post is not published without the earlier one. */
function needRow({ posts }: World, all: Publications, { before, after }: Order): LimitRow {
  const later = columnsOf(all, after);
  const earlier = columnsOf(all, before);
  return {
    columns: [...later, ...earlier],
    uses: [...later.map(() => 1), ...earlier.map(() => -1)],
    most: 0,
    label: `${posts[after]!.id} without ${posts[before]!.id}`,
  };
}

/** Where the earlier post is published at this instant or later, the later one is not before it and its offset have passed. */
function orderRow(world: World, all: Publications, index: number, at: number): readonly LimitRow[] {
  const { posts, instants } = world;
  const { before, after, minutes } = world.orders[index]!;
  const end = at + Math.max(1, minutes);
  const later = columnsOf(all, after).filter((j) => instants[all.at[j]!]! < end);
  const earlier = columnsOf(all, before).filter((j) => instants[all.at[j]!]! >= at);
  if (later.length === 0 || earlier.length === 0) return [];
  const label = `${posts[after]!.id}, which comes after ${posts[before]!.id}, about ${localText(world.channelOf(before).clock, at)}`;
  return [{ columns: [...later, ...earlier], most: 1, label }];
}

function columnsOf(all: Publications, post: number): readonly number[] {
  const own: number[] = [];
  for (let j = 0; j < all.count; j++) if (all.post[j] === post) own.push(j);
  return own;
}

/** Orders that a schedule breaks, each as the row of the instant at which it does. */
function brokenOrders(world: World, all: Publications, chosen: Int32Array): readonly LimitRow[] {
  const at = new Map(Array.from(chosen, (j) => [all.post[j]!, world.instants[all.at[j]!]!]));
  return world.orders.flatMap(({ before, after, minutes }, index) => {
    const [first, then] = [at.get(before), at.get(after)];
    if (first === undefined || then === undefined || then >= first + Math.max(1, minutes)) return [];
    return orderRow(world, all, index, first);
  });
}

/** The same as limits that the model does not state yet. */
export const cutsOf = (world: World, all: Publications, columns: number, chosen: Int32Array): readonly Cut[] =>
  world.greedy === undefined ? rowLimits({ rule: 'order', rows: brokenOrders(world, all, chosen), columns, more }) : [];
