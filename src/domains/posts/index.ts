import { domain } from '../../policy/define.ts';
import { plural } from '../../text/format.ts';
import { auditor } from './audit/index.ts';
import { eventsOf } from './export/events.ts';
import { summaryOf } from './export/summary.ts';
import { learning } from './learning.ts';
import { predict } from './predict.ts';
import { chapters } from './report/chapters.ts';
import { leftOut } from './report/left-out.ts';
import { rules } from './rules/index.ts';
import { movement } from './rules/movement.ts';
import { cutsOf } from './rules/order.ts';
import { preferred } from './rules/preferred.ts';
import { sooner } from './rules/sooner.ts';
import { timing } from './rules/timing.ts';
import { sample } from './sample/index.ts';
import { type PostSettings, shape } from './scenario.ts';
import { starter } from './starter.ts';
import { PRIORITIES } from './tables/words.ts';
import { postTables } from './tables.ts';
import { instantText, spokenText } from './world/clock.ts';
import { scopeOf } from './world/scope.ts';
import { type World, worldOf } from './world/world.ts';

/** Posts on social media. */
export const posts = domain({
  kind: 'posts',
  title: 'Social-media posts',
  noun: ['post', 'posts'],
  settings: shape,
  tables: postTables,
  inline: true,
  row: { table: 'plan', key: { post: { noun: 'post', table: 'posts' } }, place: { at: 'instant' } },
  scope: scopeOf,
  open: worldOf,
  possibilities: 'every post at every instant',
  axes: ({ posts: all, times }: World) => ({ post: all.map(({ id }) => id), at: times }),
  entries: ({ posts: all, done, reach, times }) => ({
    at: { stranger: (text) => strangeInstant(text, reach, times) },
    post: {
      stranger: (id) => (done.includes(id) ? `${id} is out already` : undefined),
      traits: {
        channel: { noun: 'channel', of: (p) => all[p]!.row.channel },
        priority: { noun: 'priority', of: (p) => all[p]!.row.priority },
      },
    },
  }),
  rowText: (world) => {
    const postAt = new Map(world.posts.map(({ id }, p) => [id, p]));
    const instantAt = new Map(world.times.map((text, t) => [text, world.instants[t]!]));
    return ({ post, at }) => {
      const p = postAt.get(String(post));
      const instant = instantAt.get(String(at));
      if (p === undefined || instant === undefined) return [post, at].filter((part) => part !== undefined).join(' at ');
      const { id, clock } = world.channelOf(p);
      return `${post} on ${id}, ${spokenText(clock, instant)}`;
    };
  },
  notes: ({ world: { done, elsewhere } }) => [
    ...(done.length === 0 ? [] : [`${plural(done.length, 'post')} out already: ${done.join(', ')}`]),
    ...(elsewhere.length === 0
      ? []
      : [
          `${plural(elsewhere.length, 'post')} locked outside the horizon, and not in this plan: ${elsewhere.join(', ')}`,
        ]),
  ],
  once: true,
  rules,
  terms: [timing, preferred, movement, sooner],
  priorities: ({ world, all }) =>
    PRIORITIES.map((name, tier) => ({
      name: `${name} posts`,
      value: Float64Array.from(all.post, (p) => (world.posts[p]!.tier === tier ? 1 : 0)),
      amount: (value: number) => `${plural(value, `${name} post`)}`,
    })).filter(({ value }) => value.some((each) => each > 0)),
  cuts: ({ world, all, columns }, chosen) => cutsOf(world, all, columns, chosen),
  ...auditor,
  leftOut,
  learning,
  predict,
  sample,
  subtitle: ({ scenario: { settings } }) => {
    const { start, end, zone, step_minutes } = (settings as unknown as PostSettings).horizon;
    return `From ${start} to before ${end} (${zone}), every ${step_minutes} minutes`;
  },
  summary: summaryOf,
  events: eventsOf,
  chapters,
  starter,
});

/** Why an instant is none at which anything is published, where it is not just misspelt. */
function strangeInstant(text: string, { from, to }: World['reach'], times: readonly string[]): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z$/.test(text)) return undefined;
  const [first, last] = [instantText(from), instantText(to)];
  if (text < first || text >= last) return `${text} is outside the horizon, which goes from ${first} to ${last}`;
  const next = times.find((time) => time > text);
  return `no channel publishes at ${text}${next === undefined ? '' : `; the next time at which one does is ${next}`}`;
}
