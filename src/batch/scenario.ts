import { Temporal } from 'temporal-polyfill';
import { scenarioIn } from '../domains/read.ts';
import { type Place, type Problem, Refusal } from '../problems/problem.ts';
import type { ReadScenario } from '../scenario/read.ts';
import { placeOf, plain, type Tree, type TreeMap } from '../scenario/yaml/tree.ts';
import { type Batch, platformOf } from './read.ts';
import type { BatchPost } from './shape.ts';

/** From when to when a batch is published, as instants. */
export interface Span {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
}

interface Channel {
  readonly channel: string;
  readonly platform: string;
  readonly zone: string;
}

/** The time of a batch: as it says, otherwise the seven days from now on. */
export function spanOf({ metadata, written }: Batch, at: string): Span {
  const start = Temporal.Instant.from(metadata.start_after ?? at);
  const end = metadata.deadline === undefined ? start.add({ hours: 168 }) : Temporal.Instant.from(metadata.deadline);
  if (Temporal.Instant.compare(start, end) >= 0)
    throw new Refusal([
      {
        message: `metadata.deadline, ${end}, has passed: it is ${start}`,
        maybe: 'Maybe set a later deadline, or an earlier start_after.',
        place: placeOf(written, ['metadata', 'deadline']),
      },
    ]);
  return { start, end };
}

/** The scenario of kind posts that a batch asks for; what is wrong in it is told at the lines of the batch. */
export function batchScenario(batch: Batch, span: Span): ReadScenario {
  const { base, written, metadata, posts, file, bulk_job_id } = batch;
  const channels = channelsOf(batch);
  const placed = homes(batch, channels);
  const own = new Set(batch.channels.map(({ channel }) => channel));
  const kept = listIn(base.get('channels')).filter((tree) => !own.has(String(plainOf(tree).channel)));
  const made = channels.filter(
    ({ channel }) => !own.has(channel) && !kept.some((tree) => plainOf(tree).channel === channel),
  );
  const top = placeOf(written, []);
  const minute = (instant: Temporal.Instant, mode: 'ceil' | 'floor') =>
    instant.round({ smallestUnit: 'minute', roundingMode: mode });
  const utc = (instant: Temporal.Instant) => instant.toString({ smallestUnit: 'minute' }).slice(0, 16);
  const entries = new Map<string, Tree>(base);
  const set = (key: string, value: unknown, at: Place = top) => entries.set(key, treeOf(value, at));
  set('kind', 'posts');
  set('title', `Batch ${bulk_job_id}`);
  set('horizon', {
    start: utc(minute(span.start, 'ceil')),
    end: utc(minute(span.end, 'floor').add({ minutes: 1 })),
    zone: 'UTC',
  });
  entries.set('channels', {
    at: top,
    items: [
      ...kept,
      ...batch.channels.map((channel, c) => treeOf(channel, placeOf(written, ['channels', c]))),
      ...made.map((channel) => treeOf(channel, top)),
    ],
  });
  entries.set('posts', {
    at: placeOf(written, ['posts']),
    items: posts.map((post, p) => treeOf(rowOf(post, placed[p]!), placeOf(written, ['posts', p]))),
  });
  const { suggested_concurrency: most, max_parallelism: urgent } = metadata;
  const rules = new Map((base.get('rules') as TreeMap | undefined)?.entries ?? []);
  rules.set('concurrency', treeOf({ most: Math.min(most, urgent ?? most), urgent: urgent ?? Math.max(most, 5) }, top));
  entries.set('rules', { at: top, entries: rules });
  return scenarioIn({ file, tree: { at: top, entries } }, {});
}

const listIn = (tree: Tree | undefined): readonly Tree[] => (tree !== undefined && 'items' in tree ? tree.items : []);
const plainOf = (tree: Tree) => plain(tree) as Readonly<Record<string, unknown>>;

/** All channels: those of the scenario and of the batch, and one for each platform that has none. */
function channelsOf({ base, channels, posts }: Batch): readonly Channel[] {
  const known = new Map<string, Channel>();
  for (const tree of listIn(base.get('channels'))) {
    const [channel, platform, zone] = ['channel', 'platform', 'zone'].map((key) => String(plainOf(tree)[key]));
    known.set(channel!, { channel: channel!, platform: platform!, zone: zone! });
  }
  for (const channel of channels) known.set(channel.channel, channel);
  for (const post of posts) {
    const platform = platformOf(post);
    if (post.channel !== undefined || platform === undefined) continue;
    if ([...known.values()].some((each) => each.platform === platform)) continue;
    known.set(platform, { channel: platform, platform, zone: 'UTC' });
  }
  return [...known.values()];
}

/** The channel of each post. */
function homes({ posts, written }: Batch, channels: readonly Channel[]): readonly Channel[] {
  const problems: Problem[] = [];
  const found = posts.flatMap((post, p) => {
    const platform = platformOf(post);
    const place = placeOf(written, ['posts', p]);
    const fits = channels.filter(({ channel, platform: of }) =>
      post.channel === undefined ? of === platform : channel === post.channel,
    );
    const names = fits.map(({ channel }) => channel).join(', ');
    const [first] = fits;
    if (first === undefined)
      problems.push({
        message: `posts: "${post.id}" is for the channel "${post.channel}", which is not there`,
        maybe: 'Maybe describe it under "channels", or leave it out and give a platform.',
        place,
      });
    else if (fits.length > 1)
      problems.push({ message: `posts: "${post.id}" could be for ${names}`, maybe: 'Maybe add its channel.', place });
    else if (platform !== undefined && first.platform !== platform)
      problems.push({ message: `posts: "${post.id}" is for ${platform}, and ${names} is on ${first.platform}`, place });
    return first ?? [];
  });
  if (problems.length > 0) throw new Refusal(problems);
  return found;
}

function rowOf(
  { id, content_type, priority, title, text, not_before, deadline }: BatchPost,
  { channel, zone }: Channel,
) {
  const earliest = not_before && localOf(not_before, zone, 1);
  const latest = deadline && localOf(deadline, zone, -1);
  return { post: id, channel, type: content_type, priority, title, text, earliest, deadline: latest };
}

/**
 * An instant by the clocks of a zone. Where clocks are set back, a local time means two instants: it is moved to the next
 * one of which both keep the promise.
 */
function localOf(instant: string, zone: string, step: 1 | -1): string {
  const wanted = Temporal.Instant.from(instant).round({
    smallestUnit: 'minute',
    roundingMode: step === 1 ? 'ceil' : 'floor',
  });
  const id = /^UTC[+-]\d{1,2}$/.test(zone) ? `${zone[3]}${zone.slice(4).padStart(2, '0')}:00` : zone;
  let local: Temporal.PlainDateTime;
  try {
    local = wanted.toZonedDateTimeISO(id).toPlainDateTime();
  } catch {
    // The kind refuses the zone at its line.
    return wanted.toString().slice(0, 16);
  }
  const disambiguation = step === 1 ? 'earlier' : 'later';
  const keeps = () => {
    const meant = local.toZonedDateTime(id, { disambiguation }).toInstant();
    return Temporal.Instant.compare(meant, wanted) * step >= 0;
  };
  while (!keeps()) local = local.add({ minutes: step });
  return local.toString({ smallestUnit: 'minute' });
}

/** A value as a tree of which every part stands at one place; what is undefined is left out. */
function treeOf(value: unknown, at: Place): Tree {
  if (Array.isArray(value)) return { at, items: value.map((item) => treeOf(item, at)) };
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).filter(([, field]) => field !== undefined);
    return { at, entries: new Map(fields.map(([key, field]) => [key, treeOf(field, at)])) };
  }
  return { at, value: value as string | number | boolean | null };
}
