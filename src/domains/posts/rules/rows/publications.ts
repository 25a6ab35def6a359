import type { Publications, World } from '../../world/world.ts';
import { gapOf } from '../gaps.ts';

/** The candidates of some posts by their instants, ascending. */
export interface Line {
  /** Minutes since 1970. */
  readonly at: readonly number[];
  readonly columns: (index: number) => readonly number[];
}

/** The candidates of each channel, by instant. */
export const byChannel = (world: World, all: Publications): readonly Line[] =>
  world.channels.map((_, c) => lineOf(world, all, (post) => world.posts[post]!.channel === c));

/** The candidates of the posts that are asked for, by instant. */
export function lineOf({ instants, posts }: World, all: Publications, asked: (post: number) => boolean): Line {
  const lists = new Map<number, number[]>();
  const wanted = posts.map((_, p) => asked(p));
  for (let j = 0; j < all.count; j++) {
    if (!wanted[all.post[j]!]) continue;
    const list = lists.get(all.at[j]!);
    if (list) list.push(j);
    else lists.set(all.at[j]!, [j]);
  }
  const order = [...lists.keys()].toSorted((a, b) => a - b);
  return { at: order.map((t) => instants[t]!), columns: (index) => lists.get(order[index]!)! };
}

/** How many of some candidates can be chosen: a post once, and a channel once where its gaps are no shorter than this. */
export const possibleIn = ({ posts, scope: { gaps } }: World, { post }: Publications, minutes: number) => {
  const key = posts.map(({ channel, row }, p) => (gapOf(gaps, row.type) >= minutes ? -1 - channel : p));
  return (columns: readonly number[]) => new Set(columns.map((j) => key[post[j]!]!)).size;
};
