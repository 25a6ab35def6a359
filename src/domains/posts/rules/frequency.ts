import { groupBy } from '../../../audit/rows.ts';
import { groupsBy, type LimitRow, rowLimits } from '../../../policy/rows.ts';
import { noParameters, rulesOver } from '../../../policy/rule.ts';
import { dateOf, localText, weekOf } from '../world/clock.ts';
import type { PostAxis, Publications, World } from '../world/world.ts';
import { byChannel } from './rows/publications.ts';
import { seldom, windowRows } from './rows/windows.ts';

const rule = rulesOver<World, PostAxis>();

/** What a platform takes from one account in any so many hours. */
export const caps = rule({
  name: 'caps',
  title: 'Caps of platforms',
  section: 'always',
  meaning:
    'In any stretch of so many hours a channel publishes no more than its platform takes, by the table `caps`. What is out already counts, as long as the stretch holds it.',
  formula: 'posts of the channel in [t, t + hours) <= most',
  parameters: noParameters,
  ledger: ({ world }) => world.caps,
  limits: ({ world, all, columns, ledger }) => {
    const lines = byChannel(world, all);
    const rows = world.channels.flatMap(({ id, platform, clock, fixed }, c) =>
      ledger
        .filter((cap) => cap.platform === platform)
        .flatMap(({ hours, most }) =>
          windowRows({
            ...lines[c]!,
            minutes: hours * 60,
            fixed: fixed.map(({ at }) => at),
            most,
            label: (from) => `${id} in ${hours} h from ${localText(clock, from)}`,
          }),
        ),
    );
    return seldom({ rule: 'caps', rows, columns, more: (label) => `one more post of ${label}` });
  },
});

/** How often a channel publishes in a day and in a week of its calendar. */
export const frequency = rule({
  name: 'frequency',
  title: 'Posts of a day and a week',
  section: 'always',
  meaning:
    'On a day of its calendar, and in a week from Monday to Sunday, a channel publishes no more than the table `channels` says. A day of 23 or 25 hours is one day.',
  formula: 'posts of the channel on d <= per_day; in w <= per_week',
  parameters: noParameters,
  limits: ({ world, all, columns }) => {
    const rows = world.channels.flatMap(({ row: { per_day, per_week } }, c) => [
      ...(per_day === null
        ? []
        : periodRows(world, all, { channel: c, most: per_day, period: (day) => day, name: dateOf })),
      ...(per_week === null
        ? []
        : periodRows(world, all, {
            channel: c,
            most: per_week,
            period: weekOf,
            name: (week) => `the week of ${mondayOf(week)}`,
          })),
    ]);
    return rowLimits({ rule: 'frequency', rows, columns, more: (label) => `one more post on ${label}` });
  },
});

/** The Monday of a week. */
export const mondayOf = (week: number): string => dateOf(week * 7 - 3);

interface Periods {
  readonly channel: number;
  readonly most: number;
  /** The period of a day. */
  readonly period: (day: number) => number;
  readonly name: (period: number) => string;
}

function periodRows(world: World, all: Publications, { channel, most, period, name }: Periods): readonly LimitRow[] {
  const { id, fixed, clock } = world.channels[channel]!;
  const out = groupBy(fixed, ({ at }) => period(clock.local(at).day));
  const own = groupsBy(all.count, (j) =>
    world.posts[all.post[j]!]!.channel === channel ? period(world.local(channel, all.at[j]!).day) : undefined,
  );
  return [...own].flatMap(([key, columns]) => {
    const room = Math.max(0, most - (out.get(key)?.length ?? 0));
    return columns.length > room ? [{ columns, most: room, label: `${id}: ${name(key)}` }] : [];
  });
}
