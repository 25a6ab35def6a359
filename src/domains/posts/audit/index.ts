import { auditBy } from '../../../audit/by-rows.ts';
import { sumOf } from '../../../audit/numbers.ts';
import { groupBy } from '../../../audit/rows.ts';
import { tableOf } from '../../../audit/table.ts';
import type { PostSettings } from '../scenario.ts';
import { type PostTables, PRIORITIES } from '../tables.ts';
import type { PostFacts } from './beside.ts';
import { charges, crowdedPairs, shortWeeks, termsOf } from './charges.ts';
import { begins, instantOf, spoken } from './clock.ts';
import { adherenceOf, isGreedy, misput, putsOf, quotaOf, throughputOf } from './greedy.ts';
import { hard } from './hard.ts';
import { knownOf } from './known.ts';
import { look, type Publication } from './look.ts';
import { alternativesOf, unplacedPosts } from './unplaced.ts';

const localOf = ({ shown }: Publication): string => spoken(shown);
const scoreOf = ({ scored }: Publication): number => scored.score / 10_000;
const four = (value: number): number => Math.round(value * 10_000) / 10_000;

const leftOut = (facts: PostFacts, priority?: string): number => {
  const placed = new Set(facts.rows.map(({ id }) => id));
  return [...knownOf(facts).wanted.values()].filter(
    ({ id, row }) => !placed.has(id) && (priority === undefined || row.priority === priority),
  ).length;
};

/** Publications that the plan before had at another time. */
const movedIn = ({ rows, tables }: PostFacts): readonly Publication[] => {
  const before = new Map(tables.planned.rows.map(({ post, at }) => [post, at]));
  return rows.filter(({ id, at, channel }) => before.has(id) && begins(before.get(id)!, channel.row.zone) !== at);
};

/** Rules that forbid nothing where the schedule is the one of the earlier scheduler. */
const exactOnly = Object.fromEntries(
  Object.entries(hard).map(([name, rule]) => [name, (facts: PostFacts) => (isGreedy(facts) ? [] : rule(facts))]),
);

/** The auditor of a schedule of posts: it checks and prices every publication again, from settings and tables alone. */
const whole = auditBy<PostSettings, PostTables, Publication>({
  table: 'plan',
  look,
  once: ({ id }) => id,
  columns: [
    ['post', 'text', 'Post', ({ id }) => id],
    ['at', 'text', 'Instant', ({ at }) => instantOf(at)],
    ['local', 'text', 'By the clocks of the channel', localOf],
    ['channel', 'text', 'Channel', ({ row }) => row.channel],
    ['platform', 'text', 'Platform', ({ channel }) => channel.row.platform],
    ['type', 'text', 'Content type', ({ row }) => row.type ?? ''],
    ['priority', 'text', 'Priority', ({ row }) => row.priority],
    ['title', 'text', 'Title', ({ row }) => row.title ?? ''],
    ['state', 'text', 'State', ({ row }) => row.state ?? ''],
    ['timing', 'number', 'Timing score', scoreOf],
  ],
  rules: { ...exactOnly, greedy: misput },
  score: (row, question) => sumOf(Object.values(termsOf(row, question)), (points) => points),
  penalties: charges,
  metrics: (kit) => ({
    placed: kit.count({
      label: 'Posts published',
      meaning: 'How many posts have a time.',
      better: 'more',
      headline: true,
      unit: 'posts',
      terminal: 'posts',
    }),
    left_out: kit.value({
      label: 'Posts left out',
      meaning: 'How many posts have no time, each with its reason in the table `unplaced`.',
      better: 'less',
      headline: true,
      unit: 'posts',
      of: (facts) => leftOut(facts),
      terminal: 'left out',
    }),
    urgent_left_out: kit.value({
      label: 'Urgent posts left out',
      meaning: 'How many urgent posts have no time.',
      better: 'less',
      unit: 'posts',
      of: (facts) => leftOut(facts, PRIORITIES[0]),
    }),
    mean_timing: kit.value({
      label: 'Mean timing score',
      meaning: 'The mean of the timing scores of all publications, from 0 to 1; 1 is the best instant of the horizon.',
      better: 'more',
      headline: true,
      of: ({ rows }) =>
        rows.length === 0 ? null : four(sumOf(rows, ({ scored }) => scored.score) / rows.length / 10_000),
      terminal: 'mean timing',
      tile: { text: (value) => value.toFixed(2) },
    }),
    channels_used: kit.spread({
      label: 'Channels used',
      meaning: 'How many channels publish anything.',
      better: 'more',
      unit: 'channels',
      by: ({ row }) => row.channel,
      of: ({ length }) => length,
    }),
    busiest_day: kit.spread({
      label: 'Busiest day',
      meaning: 'The most publications of one day, each by the clocks of its channel.',
      better: 'less',
      headline: true,
      unit: 'posts',
      by: ({ shown }) => shown.date,
      of: ([most = 0]) => most,
    }),
    crowded_pairs: kit.value({
      label: 'Crowded pairs',
      meaning: 'Pairs of publications in one hour, counted twice, and in hours next to each other.',
      better: 'less',
      unit: 'pairs',
      of: ({ rows }) => crowdedPairs(rows),
    }),
    short_weeks: kit.value({
      label: 'Weeks below the cadence',
      meaning: 'Whole weeks in which a channel publishes less than it should.',
      better: 'less',
      unit: 'weeks',
      of: (facts) => shortWeeks(facts).length,
    }),
    moved: kit.value({
      label: 'Posts moved',
      meaning: 'Publications that the plan before had at another time.',
      better: 'less',
      unit: 'posts',
      of: (facts) => movedIn(facts).length,
      only: ({ tables }) => tables.planned.rows.length > 0,
    }),
    posts_per_day: kit.value({
      label: 'Posts a day',
      meaning: 'Publications by the days of the horizon.',
      better: 'more',
      tile: { text: (value) => value.toFixed(1) },
      of: (facts) => {
        const { from, to } = knownOf(facts);
        return four((facts.rows.length * 1440) / (to - from));
      },
    }),
    throughput: kit.value({
      label: 'Posts an hour, as the earlier scheduler counts',
      meaning: 'Posts an hour between the first and the last one, at most 10; 1 where all are at one time.',
      better: 'more',
      of: (facts) => four(throughputOf(putsOf(facts))),
      only: isGreedy,
    }),
    quota_compliance: kit.value({
      label: 'Quota compliance',
      meaning: 'From 0 to 1: a tenth less for each post of an hour after the fifth, and for each overcrowded channel.',
      better: 'more',
      of: (facts) => four(quotaOf(putsOf(facts), facts)),
      only: isGreedy,
    }),
    schedule_adherence: kit.value({
      label: 'Schedule adherence',
      meaning: 'From 0 to 1: 1 without violations, 0 with two or more of them a post.',
      better: 'more',
      of: (facts) => four(adherenceOf(putsOf(facts))),
      only: isGreedy,
    }),
  }),
  tables: {
    greedy: (facts) =>
      tableOf(isGreedy(facts) ? putsOf(facts) : [], [
        ['post', 'text', 'Post', ({ wanted }) => wanted.id],
        ['local', 'text', 'By the clocks of the horizon', ({ local }) => local.replace('T', ' ')],
        ['timing', 'number', 'Timing score of the day', ({ timing }) => four(timing)],
        ['penalty', 'number', 'Penalty', ({ penalty }) => four(penalty)],
        ['violations', 'text', 'What is wrong with it', ({ violations }) => violations.join('; ')],
      ]),
    factors: (facts) => {
      const terms = new Map(facts.rows.map((row) => [row, termsOf(row, facts)]));
      return tableOf(facts.rows, [
        ['post', 'text', 'Post', ({ id }) => id],
        ['local', 'text', 'When', localOf],
        ['base', 'number', 'Window', ({ scored }) => four(scored.base)],
        ['audience', 'number', 'Audience', ({ scored }) => four(scored.audience)],
        ['format', 'number', 'Format', ({ scored }) => four(scored.format)],
        ['season', 'number', 'Season', ({ scored }) => four(scored.season)],
        ['recency', 'number', 'Recency', ({ scored }) => four(scored.recency)],
        ['timing', 'number', 'Timing score', scoreOf],
        ...(['timing', 'preferred', 'movement', 'sooner'] as const).map(
          (term) =>
            [`${term}_points`, 'integer', `Points: ${term}`, (row: Publication) => terms.get(row)![term]!] as const,
        ),
      ]);
    },
    alternatives: (facts) =>
      tableOf(alternativesOf(facts), [
        ['post', 'text', 'Post', ({ row }) => row.id],
        ['local', 'text', 'Published', ({ row }) => localOf(row)],
        ['timing', 'number', 'Timing score', ({ row }) => scoreOf(row)],
        ['next', 'integer', 'Choice', ({ rank }) => rank],
        ['next_at', 'text', 'Instant', ({ chance }) => instantOf(chance.at)],
        ['next_local', 'text', 'Or else', ({ chance }) => localOf(chance)],
        ['next_timing', 'number', 'Score there', ({ chance }) => scoreOf(chance)],
      ]),
    unplaced: (facts) =>
      tableOf(unplacedPosts(facts), [
        ['post', 'text', 'Post', ({ post }) => post],
        ['channel', 'text', 'Channel', ({ channel }) => channel],
        ['priority', 'text', 'Priority', ({ priority }) => priority],
        ['reason', 'text', 'Reason', ({ rule }) => rule],
        ['why', 'text', 'Times that rules close', ({ why }) => why],
        ['best_at', 'text', 'Best instant', ({ best }) => (best ? instantOf(best.at) : '')],
        ['best_local', 'text', 'Best chance', ({ best }) => (best ? localOf(best) : '')],
        ['best_timing', 'number', 'Score there', ({ best }) => (best ? scoreOf(best) : null)],
        ['holders', 'text', 'Held by', ({ holders }) => holders.join(', ')],
      ]),
    channels: (facts) => {
      const byChannel = groupBy(facts.rows, ({ row }) => row.channel);
      return tableOf(
        [...knownOf(facts).accounts.values()],
        [
          ['channel', 'text', 'Channel', ({ row }) => row.channel],
          ['platform', 'text', 'Platform', ({ row }) => row.platform],
          ['zone', 'text', 'Time zone', ({ row }) => row.zone],
          ['posts', 'integer', 'Posts', ({ row }) => byChannel.get(row.channel)?.length ?? 0],
          [
            'mean_timing',
            'number',
            'Mean timing score',
            ({ row }) => {
              const own = byChannel.get(row.channel) ?? [];
              return own.length === 0 ? null : four(sumOf(own, scoreOf) / own.length);
            },
          ],
        ],
      );
    },
    short_weeks: (facts) =>
      tableOf(shortWeeks(facts), [
        ['channel', 'text', 'Channel', ({ channel }) => channel],
        ['week', 'date', 'Week of', ({ week }) => week],
        ['posts', 'integer', 'Posts', ({ posts }) => posts],
        ['cadence', 'integer', 'Asked for', ({ cadence }) => cadence],
      ]),
  },
});

/** The same; the table `greedy` is there only where the scenario asks for the earlier scheduler. */
export const auditor: typeof whole = {
  ...whole,
  audit: (settings, tables, schedule) => {
    const found = whole.audit(settings, tables, schedule);
    if (isGreedy({ settings, tables })) return found;
    const { greedy: _, ...others } = found.tables;
    return { ...found, tables: others };
  },
};
