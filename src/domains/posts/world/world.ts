import type { Candidates } from '../../../policy/candidates.ts';
import { Refusal } from '../../../problems/problem.ts';
import type { PostTables } from '../tables.ts';
import { type Channel, channelsOf, type Reach } from './channels.ts';
import { clockNear, earliestOf, instantText, type Local } from './clock.ts';
import { greedySlots } from './greedy.ts';
import { type Order, ordersOf, type Post, postsOf } from './posts.ts';
import type { Scope } from './scope.ts';
import { type Timing, timingsOf } from './timing.ts';

/** The fields of a candidate: a post, and the instant at which it is published. */
export type PostAxis = 'post' | 'at';

/** What a candidate is: a post at an instant. */
export type Publications = Candidates<PostAxis>;

/** What the engine knows of channels and posts, once. */
export interface World {
  readonly scope: Scope;
  readonly reach: Reach;
  readonly channels: readonly Channel[];
  readonly posts: readonly Post[];
  /** Posts that are out already. */
  readonly done: readonly string[];
  /** Posts that are locked outside the horizon. */
  readonly elsewhere: readonly string[];
  readonly orders: readonly Order[];
  /** The instants of the earlier scheduler, where the scenario asks for them: a post to its instant. */
  readonly greedy: ReadonlyMap<number, number> | undefined;
  readonly caps: PostTables['caps']['rows'];
  /** All instants at which anything can be published, in minutes since 1970, ascending; and as schedules have them. */
  readonly instants: readonly number[];
  readonly times: readonly string[];
  readonly channelOf: (post: number) => Channel;
  /** What the clocks of a channel show at an instant. */
  readonly local: (channel: number, at: number) => Local;
  /** How well an instant suits a post. */
  readonly timing: (post: number, at: number) => Timing;
}

/** The world of a scenario. Refuses a lock at a time that does not exist, and posts that come after each other. */
export function worldOf({ settings, tables }: { readonly settings: Scope; readonly tables: PostTables }): World {
  const { horizon } = settings;
  const clock = clockNear(horizon);
  const reach = { from: earliestOf(clock, horizon.start), to: earliestOf(clock, horizon.end) };
  const channels = channelsOf(tables, horizon, reach);
  const { posts, done, elsewhere, problems } = postsOf(tables, channels, reach);
  const { orders, problems: circles } = ordersOf(posts, channels);
  if (problems.length + circles.length > 0) throw new Refusal([...problems, ...circles]);
  const locks = posts.flatMap(({ lock }) => (lock === null ? [] : [lock]));
  const used = new Set(posts.map(({ channel }) => channel));
  const open = [...used].flatMap((c) => channels[c]!.open);
  const greedy = settings.mode === 'exact' ? undefined : greedySlots({ scope: settings, tables, channels, posts });
  const fixed = locks.filter((at) => at >= reach.from && at < reach.to);
  const instants = [...new Set([...open, ...fixed, ...(greedy?.values() ?? [])])].toSorted((a, b) => a - b);
  return {
    scope: settings,
    reach,
    channels,
    posts,
    done,
    elsewhere,
    orders,
    greedy,
    caps: tables.caps.rows,
    instants,
    times: instants.map(instantText),
    channelOf: (post) => channels[posts[post]!.channel]!,
    local: localsOf(channels, instants),
    timing: timingsOf({ scope: settings, tables, channels, posts, instants }),
  };
}

/** What the clocks of each channel show at each instant, looked up once for each zone. */
function localsOf(channels: readonly Channel[], instants: readonly number[]): World['local'] {
  const byZone = new Map(channels.map(({ clock }) => [clock.zone, instants.map(clock.local)]));
  const byChannel = channels.map(({ clock }) => byZone.get(clock.zone)!);
  return (channel, at) => byChannel[channel]![at]!;
}
