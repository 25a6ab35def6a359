import { z } from 'zod';
import { groupBy } from '../../../audit/rows.ts';
import { type LimitRow, rowLimits } from '../../../policy/rows.ts';
import { onByDefault, rulesOver } from '../../../policy/rule.ts';
import { TYPES } from '../tables/words.ts';
import type { Channel } from '../world/channels.ts';
import { localText, spokenText } from '../world/clock.ts';
import type { PostAxis, World } from '../world/world.ts';
import { gapOf } from './gaps.ts';
import { type Line, linesBy } from './rows/publications.ts';

const hours = z.number().min(0).max(744).multipleOf(0.25);

const parameters = onByDefault({
  default: hours.default(12).describe('hours between two posts of a channel').meta({ unit: 'hours' }),
  types: z
    .partialRecord(z.enum(TYPES), hours)
    .default({
      linkedin_post: 24,
      linkedin_carousel: 24,
      instagram_reels: 18,
      instagram_feed: 12,
      youtube_shorts: 24,
      youtube_long_form: 48,
    })
    .describe('hours that a post of this type keeps from every other one of its channel')
    .meta({ unit: 'hours' }),
});

const rule = rulesOver<World, PostAxis>();

/** Posts of one channel keep a distance. */
export const spacing = rule({
  name: 'spacing',
  title: 'Gaps',
  section: 'rules',
  meaning:
    'Two posts of a channel are as far apart as the larger one of their two gaps, in elapsed hours, whatever clocks show. Posts that are out already count.',
  formula: '|t(p) - t(q)| >= max(gap(p), gap(q)) for posts of one channel',
  parameters,
  filters: ({ own, world }) => {
    const { posts, instants } = world;
    const clash = (post: number, at: number) =>
      world
        .channelOf(post)
        .fixed.find(
          (fixed) =>
            Math.abs(fixed.at - instants[at]!) < Math.max(gapOf(own, fixed.type), gapOf(own, posts[post]!.row.type)),
        );
    return [
      {
        step: 'spacing',
        text: 'it is too near to a post that is out already',
        removes: ({ post, at }) => clash(post, at) !== undefined,
        why: ({ post, at }) => {
          const { clock } = world.channelOf(post);
          const { post: name, at: when, type } = clash(post, at)!;
          const gap = Math.max(gapOf(own, type), gapOf(own, posts[post]!.row.type)) / 60;
          return `${spokenText(clock, instants[at]!)} is less than ${gap} h from ${name ?? 'a post'}, published on ${spokenText(clock, when)}`;
        },
      },
    ];
  },
  limits: ({ own, world, all, columns }) => {
    const lines = linesBy(world, all, (post) => {
      const { channel, row } = world.posts[post]!;
      return channel * LARGE + gapOf(own, row.type);
    });
    const byChannel = groupBy([...lines], ([key]) => Math.floor(key / LARGE));
    return rowLimits({
      rule: 'spacing',
      rows: [...byChannel].flatMap(([channel, own]) =>
        rowsOf(
          world.channels[channel]!,
          own.map(([key, line]) => ({ gap: key % LARGE, line })),
        ),
      ),
      columns,
      more: (label) => `one more post on ${label}`,
    });
  },
});

/** More minutes than any gap has. */
const LARGE = 1e6;

/** The candidates of a channel whose posts have one gap, in minutes. */
interface Level {
  readonly gap: number;
  readonly line: Line;
}

/**
 * Rows in which any two posts are too near to each other. Of posts with one gap these are the windows of that length. With
 * several gaps a row takes, from one instant on, each post for as long as its own gap is; and the same backwards in
 * time: every pair that is too near is in one of them.
 */
function rowsOf({ id, clock }: Channel, all: readonly Level[]): readonly LimitRow[] {
  const levels = all.filter(({ gap }) => gap > 0).toSorted((a, b) => a.gap - b.gap);
  const starts = [...new Set(levels.flatMap(({ line }) => line.at))].toSorted((a, b) => a - b);
  const row = (start: number, side: Side, alone?: number): readonly LimitRow[] => {
    const columns = levels.flatMap(({ gap, line }) =>
      range(line.at, (at) => side.holds(start, at, gap), start - gap).flatMap((k) => line.columns(k)),
    );
    const both = alone === undefined ? columns : [...columns, alone];
    const label = `${id} ${side.words(localText(clock, start))}`;
    return both.length > 1 && columns.length > 0 ? [{ columns: both, most: 1, label }] : [];
  };
  const sides = levels.length > 1 ? [AFTER, BEFORE] : [AFTER];
  // A post without a gap keeps that of the other one, and none from those that have none either: each has rows of its own.
  const free = all.find(({ gap }) => gap === 0)?.line;
  const rowsOfFree = (start: number, k: number) =>
    free!.columns(k).flatMap((alone) => [AFTER, BEFORE].flatMap((side) => row(start, side, alone)));
  return [
    ...sides.flatMap((side) => starts.flatMap((start) => row(start, side))),
    ...(free?.at ?? []).flatMap(rowsOfFree),
  ];
}

/** On which side of an instant posts are too near to it. */
interface Side {
  readonly holds: (start: number, at: number, gap: number) => boolean;
  readonly words: (time: string) => string;
}

const AFTER: Side = {
  holds: (start, at, gap) => at >= start && at < start + gap,
  words: (time) => `from ${time} on`,
};

const BEFORE: Side = {
  holds: (start, at, gap) => at <= start && at > start - gap,
  words: (time) => `until ${time}`,
};

/** The places in an ascending list, from the first one that is after `from`, for which something holds without a break. */
function range(at: readonly number[], holds: (at: number) => boolean, from: number): readonly number[] {
  let low = 0;
  let high = at.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at[middle]! < from) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let k = low; k < at.length; k++) {
    if (holds(at[k]!)) found.push(k);
    else if (found.length > 0) break;
  }
  return found;
}
