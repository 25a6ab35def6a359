import { groupBy } from '../../../../audit/rows.ts';
import { groupsBy } from '../../../../policy/rows.ts';
import type { Publications, World } from '../../world/world.ts';
import { gapOf } from '../gaps.ts';

/** The candidates of some posts by their instants, ascending. */
export interface Line {
  /** Minutes since 1970. */
  readonly at: readonly number[];
  readonly columns: (index: number) => readonly number[];
}

/** The candidates of posts by a key of the post, those of each key by instant; posts without a key are left out. */
export function linesBy<K>(
  { instants, posts }: World,
  all: Publications,
  keyOf: (post: number) => K | undefined,
): ReadonlyMap<K, Line> {
  const keys = posts.map((_, post) => keyOf(post));
  const lists = groupsBy(all.count, (j) => keys[all.post[j]!]);
  return new Map(
    [...lists].map(([key, own]) => {
      const at = [...groupBy(own, (j) => all.at[j]!)].toSorted(([a], [b]) => a - b);
      return [key, { at: at.map(([t]) => instants[t]!), columns: (index) => at[index]![1] }];
    }),
  );
}

const NOTHING: Line = { at: [], columns: () => [] };

/** The candidates of the posts that are asked for, by instant. */
export const lineOf = (world: World, all: Publications, asked: (post: number) => boolean): Line =>
  linesBy(world, all, (post) => asked(post) || undefined).get(true) ?? NOTHING;

/** The candidates of each channel, by instant. */
export function byChannel(world: World, all: Publications): readonly Line[] {
  const lines = linesBy(world, all, (post) => world.posts[post]!.channel);
  return world.channels.map((_, c) => lines.get(c) ?? NOTHING);
}

/**
 * How many of some candidates can be chosen: a post once, and a channel once where gaps are kept that are no shorter than
 * this.
 */
export const possibleIn = ({ posts, greedy, scope: { gaps } }: World, { post }: Publications, minutes: number) => {
  const isOne = (type: string | null) => greedy === undefined && gapOf(gaps, type) >= minutes;
  const key = posts.map(({ channel, row }, p) => (isOne(row.type) ? -1 - channel : p));
  return (columns: readonly number[]) => new Set(columns.map((j) => key[post[j]!]!)).size;
};
