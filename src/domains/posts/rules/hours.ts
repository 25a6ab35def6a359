import { z } from 'zod';
import type { Filter } from '../../../policy/filter.ts';
import { groupsBy, rowLimits } from '../../../policy/rows.ts';
import { noParameters, onByDefault, rulesOver } from '../../../policy/rule.ts';
import { listOf } from '../../../scenario/shape/fields.ts';
import type { Span } from '../tables/cells.ts';
import { PLATFORMS, platformOf, TYPES } from '../tables/words.ts';
import { DAY, type Local, localText, spokenText } from '../world/clock.ts';
import type { PostAxis, World } from '../world/world.ts';

const rule = rulesOver<World, PostAxis>();

/** What a filter tells of: the instant by the clocks of the post's channel. */
const shown = (world: World, post: number, at: number): string =>
  spokenText(world.channelOf(post).clock, world.instants[at]!);
const localAt = (world: World, post: number, at: number): Local => world.local(world.posts[post]!.channel, at);

/** Whether a part of a day holds what clocks show; one that begins the evening before holds the night after it. */
export const holds = ({ days, from, to }: Span, { minute, weekday }: Local): boolean => {
  const on = (day: number) => days.length === 0 || days.includes(day);
  if (on(weekday) && minute >= from && minute < to) return true;
  return to > DAY && minute < to - DAY && on((weekday + 6) % 7);
};

/** When a post may be published at all: its own times, the steps or slots of its channel, its lock, its content type. */
export const possible = rule({
  name: 'possible',
  title: 'Times that a post may have',
  section: 'always',
  meaning:
    'A post is published at a slot of its channel, or else at a step of the horizon, from its earliest time to its deadline. One that is locked has its own time and no other. A content type goes to its own platform, and to channels that publish it.',
  formula: 'earliest(p) <= t <= deadline(p); t in slots(channel); t = at(p) where p is locked',
  parameters: noParameters,
  ledger: ({ world: { channels } }) => channels.map(({ open }) => new Set(open)),
  filters: ({ world, ledger: open }): readonly Filter<PostAxis>[] => {
    const { posts, instants, times } = world;
    const misfits = posts.map((_, p) => misfitOf(world, p));
    return [
      {
        step: 'type',
        text: 'the channel does not publish this content type',
        on: ['post'],
        removes: ({ post }) => misfits[post] !== undefined,
        why: ({ post }) => misfits[post]!,
      },
      {
        step: 'lock',
        text: 'the post is locked at another time',
        removes: ({ post, at }) => posts[post]!.lock !== null && posts[post]!.lock !== instants[at],
        why: ({ post }) =>
          `${posts[post]!.id} is locked at ${spokenText(world.channelOf(post).clock, posts[post]!.lock!)}`,
      },
      {
        step: 'slot',
        text: 'it is no slot of the channel and no step of the horizon',
        removes: ({ post, at }) => posts[post]!.lock === null && !open[posts[post]!.channel]!.has(instants[at]!),
        why: ({ post, at }) => `${times[at]} is no time at which ${world.channelOf(post).id} publishes`,
      },
      {
        step: 'dates',
        text: 'it is before the earliest time of the post, or after its deadline',
        removes: ({ post, at }) => instants[at]! < posts[post]!.earliest || instants[at]! > posts[post]!.latest,
        why: ({ post, at }) => {
          const { id, earliest, latest } = posts[post]!;
          const { clock } = world.channelOf(post);
          return instants[at]! < earliest
            ? `${id} is not published before ${spokenText(clock, earliest)}`
            : `${id} has its deadline on ${spokenText(clock, latest)}`;
        },
      },
      {
        step: 'prohibited',
        text: 'the post may not have this part of the day, or has only others',
        removes: ({ post, at }) => {
          const { row } = posts[post]!;
          if (row.prohibited.length === 0 && !row.only_preferred) return false;
          const local = localAt(world, post, at);
          return (
            row.prohibited.some((span) => holds(span, local)) ||
            (row.only_preferred && !row.preferred.some((span) => holds(span, local)))
          );
        },
        why: ({ post, at }) =>
          `${posts[post]!.id} may not be published on ${shown(world, post, at)}, a part of the day that it excludes`,
      },
    ];
  },
});

/** When a channel publishes nothing. */
export const blackouts = rule({
  name: 'blackouts',
  title: 'Blackouts',
  section: 'always',
  meaning: 'A channel publishes nothing from the first to the last minute of a blackout, by the table `blackouts`.',
  formula: 't outside from … to',
  parameters: noParameters,
  filters: ({ world }) => [
    {
      step: 'blackouts',
      text: 'nothing is published in a blackout',
      removes: ({ post, at }) => closureAt(world, post, at) !== undefined,
      why: ({ post, at }) => {
        const { from, to, reason } = closureAt(world, post, at)!;
        const { id, clock } = world.channelOf(post);
        return `${id} publishes nothing from ${spokenText(clock, from)} to ${spokenText(clock, to)}${reason === null ? '' : ` (${reason})`}`;
      },
    },
  ],
});

/** Posts that have their time. */
export const locked = rule({
  name: 'locked',
  title: 'Locked posts',
  section: 'always',
  meaning: 'A post that is locked is published, at its own time.',
  formula: 'publications(p) = 1 where p is locked',
  parameters: noParameters,
  limits: ({ world, all, columns }) => {
    const own = groupsBy(all.count, (j) => all.post[j]!);
    const rows = world.posts.flatMap(({ id, lock }, p) => {
      if (lock === null) return [];
      const time = `${id} on ${localText(world.channelOf(p).clock, lock)}`;
      const label = own.has(p) ? time : `${time}, a time that other rules close`;
      return [{ columns: own.get(p) ?? [], least: 1, label }];
    });
    return rowLimits({ rule: 'locked', rows, columns, more: (label) => `leave out ${label}` });
  },
});

function misfitOf({ posts, channels }: World, post: number): string | undefined {
  const { id, row, channel } = posts[post]!;
  const { id: name, platform, row: own } = channels[channel]!;
  if (row.type === null) return undefined;
  if (platformOf(row.type) !== platform) return `${id} is ${row.type}, and ${name} is an account of ${platform}`;
  if (own.types.length > 0 && !own.types.includes(row.type))
    return `${name} publishes ${own.types.join(', ')}, and ${id} is ${row.type}`;
  return undefined;
}

const closureAt = ({ posts, channels, instants }: World, post: number, at: number) =>
  channels[posts[post]!.channel]!.blackouts.find(({ from, to }) => instants[at]! >= from && instants[at]! <= to);

/** Nothing at night. */
export const quietHours = rule({
  name: 'quiet_hours',
  title: 'Quiet hours',
  section: 'rules',
  meaning: 'Nothing is published in these hours of the channel’s clocks, on any platform that is not excepted.',
  formula: 'hour(t) outside from … to',
  parameters: onByDefault({
    from: z.int().min(0).max(23).default(23).describe('the first quiet hour'),
    to: z.int().min(0).max(23).default(6).describe('the first hour that is not quiet'),
    except: listOf(PLATFORMS, 0).default(['tiktok']).describe('platforms that have no quiet hours'),
  }),
  filters: ({ own: { from, to, except }, world }) => [
    {
      step: 'quiet_hours',
      text: 'the hour is quiet',
      removes: ({ post, at }) => {
        if (except.includes(world.channelOf(post).platform)) return false;
        const { minute } = localAt(world, post, at);
        return from < to ? minute >= from * 60 && minute < to * 60 : minute >= from * 60 || minute < to * 60;
      },
      why: ({ post, at }) => `${shown(world, post, at)} is in the quiet hours, ${from}:00 to ${to}:00`,
    },
  ],
});

const hours = z.tuple([z.int().min(0).max(23), z.int().min(0).max(23)]);

/** Content types that have hours of their own. */
export const platformHours = rule({
  name: 'type_hours',
  title: 'Hours of content types',
  section: 'rules',
  meaning: 'A content type that is listed is published in these hours only, the first and the last one included.',
  formula: 'first(type) <= hour(t) <= last(type)',
  parameters: z
    .union([z.literal(false), z.partialRecord(z.enum(TYPES), hours)])
    .default({ linkedin_post: [8, 14] })
    .describe('first and last hour of content types, by the channel’s clocks')
    .meta({ unit: 'hours' }),
  filters: ({ own, world }) => [
    {
      step: 'type_hours',
      text: 'the content type is not published at this hour',
      removes: ({ post, at }) => {
        const span = own[world.posts[post]!.row.type as (typeof TYPES)[number]];
        const hour = Math.floor(localAt(world, post, at).minute / 60);
        return span !== undefined && (hour < span[0] || hour > span[1]);
      },
      why: ({ post, at }) => {
        const { type } = world.posts[post]!.row;
        const [first, last] = own[type!]!;
        return `${shown(world, post, at)}: ${type} is published from ${first}:00 to ${last}:59`;
      },
    },
  ],
});

/** Days off. */
export const holidays = rule({
  name: 'holidays',
  title: 'Holidays',
  section: 'rules',
  meaning: 'Nothing is published on a holiday of the channel; or it counts for less only, by the timing score.',
  formula: 'skip: day(t) is no holiday; score: the factor of the season is 0.1 lower',
  parameters: z
    .union([z.literal(false), z.enum(['skip', 'score'])])
    .default('skip')
    .describe('skip: nothing is published; score: the day is worth less; false: a holiday is a day like others'),
  filters: ({ own, world }) =>
    own === 'score'
      ? []
      : [
          {
            step: 'holidays',
            text: 'it is a holiday of the channel',
            removes: ({ post, at }) => world.channelOf(post).holidays.has(localAt(world, post, at).day),
            why: ({ post, at }) =>
              `${shown(world, post, at)} is ${world.channelOf(post).holidays.get(localAt(world, post, at).day)}`,
          },
        ],
});

/** Times that are worth too little. */
export const scoreFloor = rule({
  name: 'score_floor',
  title: 'Least score',
  section: 'rules',
  meaning: 'Nothing is published at a time whose timing score is below this one.',
  formula: 'timing(p, t) >= score_floor',
  parameters: z.number().min(0).max(1).multipleOf(0.0001).default(0).describe('the least timing score, from 0 to 1'),
  off: (least) => least === 0,
  filters: ({ own, world }) => [
    {
      step: 'score_floor',
      text: 'the timing score is too low',
      removes: ({ post, at }) => world.timing(post, at).score < Math.round(own * 10_000),
      why: ({ post, at }) =>
        `${shown(world, post, at)} scores ${world.timing(post, at).score / 10_000}, and at least ${own} is asked for`,
    },
  ],
});
