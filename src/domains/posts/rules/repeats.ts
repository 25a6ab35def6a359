import { z } from 'zod';
import { groupBy } from '../../../audit/rows.ts';
import { groupsBy, type LimitRow, rowLimits } from '../../../policy/rows.ts';
import { onByDefault, rulesOver } from '../../../policy/rule.ts';
import { clockText, DAY, dateOf, type Local, spokenText } from '../world/clock.ts';
import { plainText } from '../world/posts.ts';
import type { PostAxis, World } from '../world/world.ts';
import { gapOf } from './gaps.ts';
import { lineOf } from './rows/publications.ts';
import { windowRows } from './rows/windows.ts';

const rule = rulesOver<World, PostAxis>();

/** The same words are not said twice on a channel. */
export const sameText = rule({
  name: 'same_text',
  title: 'Same text',
  section: 'rules',
  meaning:
    'Two posts of a channel with the same text are at least so many days apart. Letter case and blanks make no difference. Platforms refuse such a post, or hide it.',
  formula: '|t(p) - t(q)| >= days, where text(p) = text(q)',
  parameters: onByDefault({
    days: z.int().min(1).max(366).default(2).describe('days between two posts of the same text').meta({ unit: 'days' }),
  }),
  ledger: ({ own, world }) => ({
    minutes: own.days * DAY,
    said: world.channels.map(({ fixed }) => groupBy(fixed, ({ text }) => plainText(text))),
  }),
  filters: ({ world, ledger: { minutes, said } }) => {
    const clash = (post: number, at: number) => {
      const { text, channel } = world.posts[post]!;
      return text === null
        ? undefined
        : said[channel]!.get(text)?.find((one) => Math.abs(one.at - world.instants[at]!) < minutes);
    };
    return [
      {
        step: 'same_text',
        text: 'the channel has said the same too recently',
        removes: ({ post, at }) => clash(post, at) !== undefined,
        why: ({ post, at }) => {
          const { clock, id } = world.channelOf(post);
          return `${id} said the same on ${spokenText(clock, clash(post, at)!.at)}, less than ${minutes / DAY} days away`;
        },
      },
    ];
  },
  limits: ({ world, all, columns, ledger: { minutes } }) => {
    const groups = groupBy([...world.posts.keys()], (p) => {
      const { text, channel } = world.posts[p]!;
      return text === null ? null : JSON.stringify([channel, text]);
    });
    const rows = [...groups].flatMap(([key, own]): readonly LimitRow[] => {
      if (key === null || own.length < 2) return [];
      const { clock, id } = world.channelOf(own[0]!);
      const label = (from: number) =>
        `${id} saying what ${world.posts[own[0]!]!.id} says, about ${spokenText(clock, from)}`;
      return windowRows({ ...lineOf(world, all, (post) => own.includes(post)), minutes, fixed: [], most: 1, label });
    });
    return rowLimits({ rule: 'same_text', rows, columns, more: (label) => `${label} once more` });
  },
});

/** One post in an hour of a channel's clocks. */
export const sameHour = rule({
  name: 'same_hour',
  title: 'Same hour',
  section: 'rules',
  meaning: 'A channel publishes once at the most in one hour of its clocks, whatever its gaps are.',
  formula: 'posts of the channel in hour h <= 1',
  parameters: z.boolean().default(true).describe('false: as often as the gaps allow'),
  limits: ({ world, all, columns }) => {
    const { gaps } = world.scope;
    // Gaps of an hour say the same, except in the hour that clocks show twice.
    const tight = world.channels.map((_, c) =>
      world.posts.some(({ channel, row }) => channel === c && gapOf(gaps, row.type) < 120),
    );
    const groups = groupsBy(all.count, (j) => {
      const { channel } = world.posts[all.post[j]!]!;
      return tight[channel] ? channel * 1e7 + hourOf(world.local(channel, all.at[j]!)) : undefined;
    });
    const rows = [...groups].flatMap(([key, list]): readonly LimitRow[] => {
      const channel = world.channels[Math.floor(key / 1e7)]!;
      const hour = key % 1e7;
      const out = channel.fixed.filter(({ at }) => hourOf(channel.clock.local(at)) === hour).length;
      const label = `${channel.id} on ${dateOf(Math.floor(hour / 24))} at ${clockText((hour % 24) * 60)}`;
      return list.length + out > 1 ? [{ columns: list, most: Math.max(0, 1 - out), label }] : [];
    });
    return rowLimits({ rule: 'same_hour', rows, columns, more: (label) => `one more post of ${label}` });
  },
});

/** The hour that clocks show, counted from 1970-01-01. */
const hourOf = ({ day, minute }: Local): number => day * 24 + Math.floor(minute / 60);
