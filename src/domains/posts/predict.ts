import type { Tables } from '../../domain.ts';
import type { Forecast, ForecastInstant, ForecastQuestion } from '../../learning.ts';
import { nearest } from '../../problems/nearest.ts';
import { Refusal } from '../../problems/problem.ts';
import { WEEKDAYS } from '../../tables/dates.ts';
import { rules } from './rules/index.ts';
import type { PostSettings } from './scenario.ts';
import { type ContentType, platformOf, TYPES } from './tables/words.ts';
import type { ChannelRow, PostRow, PostTables } from './tables.ts';
import { spokenText } from './world/clock.ts';
import { scopeOf } from './world/scope.ts';
import type { Timing } from './world/timing.ts';
import { type World, worldOf } from './world/world.ts';

/** A post of which nothing is known but its channel and its type. No cell can be a blank: its name is no post's. */
const ANY = {
  ...{ post: ' ', priority: 'normal', earliest: null, deadline: null, at: null, after: null, offset_hours: null },
  ...{ every: null, preferred: [], only_preferred: false, prohibited: [], position: 0 },
  ...{ text: null, title: null, state: null },
} as const satisfies Omit<PostRow, 'channel' | 'type'>;

/**
 * Every instant of the horizon at which one more post of a channel and a content type could be published, with its timing
 * score: the one that a plan counts. What is out already closes instants; other posts of the plan, and caps on how many
 * there are, do not, since only a plan decides about them.
 *
 * @throws Refusal for a channel or content type that there is not.
 */
export function predict(settings: PostSettings, tables: Tables, { subject, type }: ForecastQuestion): Forecast {
  const all = tables as unknown as PostTables;
  const channel = channelNamed(all, subject);
  const row: PostRow = { ...ANY, channel: subject, type: typeFor(channel, type) };
  const asked: PostTables = { ...all, posts: { ...all.posts, rows: [row] }, planned: { ...all.planned, rows: [] } };
  const world = worldOf({ settings: scopeOf(settings), tables: asked });
  const closing = filtersOf(settings, world);
  const counts = closing.map(() => 0);
  const lessons = lessonsOf(settings, all, channel);
  const hasAudience = all.audiences.rows.some(({ audience }) => audience === channel.audience);
  const instants = world.instants.flatMap((_, at): readonly ForecastInstant[] => {
    const closed = closing.findIndex(({ removes }) => removes({ post: 0, at }));
    if (closed >= 0) counts[closed]! += 1;
    return closed >= 0 ? [] : [instantOf(world, at, { lessons, hasAudience })];
  });
  return {
    instants,
    closed: closing.map(({ step, text }, k) => ({ step, text, count: counts[k]! })).filter(({ count }) => count > 0),
    notes: lessons.size > 0 ? [] : [nothingLearnt(settings, subject)],
  };
}

const nothingLearnt = ({ scoring }: PostSettings, channel: string): string =>
  scoring.learnt === 0
    ? 'scoring.learnt is 0: the timing table alone counts'
    : `nothing is learnt of ${channel}: the timing table alone counts, which knows no account`;

function channelNamed({ channels }: PostTables, name: string): ChannelRow {
  const found = channels.rows.find(({ channel }) => channel === name);
  if (found) return found;
  const names = channels.rows.map(({ channel }) => channel);
  const close = nearest(name, names);
  const maybe = close === undefined ? `Maybe one of: ${names.slice(0, 20).join(', ')}.` : `Maybe you meant "${close}".`;
  throw new Refusal([{ message: `no row of channels has the channel "${name}"`, maybe }]);
}

function typeFor({ channel, platform, types }: ChannelRow, type: string | undefined): ContentType | null {
  if (type === undefined) return null;
  const fits = types.length > 0 ? types : TYPES.filter((each) => platformOf(each) === platform);
  const found = TYPES.find((each) => each === type);
  if (found !== undefined && platformOf(found) === platform && fits.includes(found)) return found;
  const close = nearest(type, fits);
  const maybe = close === undefined ? `Maybe one of: ${fits.join(', ')}.` : `Maybe you meant "${close}".`;
  throw new Refusal([{ message: `${channel}, an account of ${platform}, publishes no "${type}"`, maybe }]);
}

/** What closes instants, in the order in which a plan asks: the filters of all rules that are on. */
function filtersOf(settings: PostSettings, world: World) {
  const parameters = settings.rules as Readonly<Record<string, unknown>>;
  return rules.flatMap(({ name, section, bind }) => {
    return bind(section === 'always' ? {} : parameters[name], world)?.filters ?? [];
  });
}

type Lesson = PostTables['learnt']['rows'][number];

/** The rows of the table `learnt` by hour of the week; none where the scenario does not count it. */
function lessonsOf({ scoring }: PostSettings, { learnt }: PostTables, { channel }: ChannelRow) {
  const own = scoring.learnt === 0 ? [] : learnt.rows.filter((row) => row.channel === channel);
  return new Map(own.map((row) => [WEEKDAYS.indexOf(row.weekday) * 24 + row.hour, row]));
}

interface Knowledge {
  readonly lessons: ReadonlyMap<number, Lesson>;
  readonly hasAudience: boolean;
}

function instantOf(world: World, at: number, { lessons, hasAudience }: Knowledge): ForecastInstant {
  const { weekday, minute } = world.local(world.posts[0]!.channel, at);
  const hour = Math.floor(minute / 60);
  const timing = world.timing(0, at);
  const lesson = lessons.get(weekday * 24 + hour);
  const place = {
    at: world.times[at]!,
    local: spokenText(world.channelOf(0).clock, world.instants[at]!),
    ...{ weekday, hour, score: timing.score / 10_000 },
  };
  if (lesson === undefined) {
    const confidence = tableConfidence(timing, hasAudience);
    return { ...place, mean: null, low: null, high: null, samples: 0, confidence, method: 'table' };
  }
  const { mean, low, high, samples, confidence, method } = lesson;
  return { ...place, mean, low, high, samples, confidence, method };
}

/**
 * How sure the timing table alone is that an hour is better than usual: 0.3, and 0.3 × the weight of its window, and 0.1
 * where the audience of the channel is known. Never more than 0.7: the table comes from other accounts. An hour outside all
 * windows has 0.33, the best one without an audience 0.6.
 */
export const tableConfidence = ({ base }: Pick<Timing, 'base'>, hasAudience: boolean): number =>
  Math.round(Math.min(0.7, 0.3 + 0.3 * base + (hasAudience ? 0.1 : 0)) * 1e4) / 1e4;
