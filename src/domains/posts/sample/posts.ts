import { dateOf, dayOf } from '../world/clock.ts';
import type { Random } from './random.ts';

/** A row of the table `posts`; a field that it does not name is an empty cell. */
type Row = Readonly<Record<string, string | number>>;

/** The day that is so many days after Monday 3 November 2025. */
const day = (after: number): string => dateOf(dayOf('2025-11-03') + after);

/** About 50 posts of 30 days. */
export const postsOf = (random: Random): readonly Row[] => [
  ...['coat', 'lamp', 'kettle'].flatMap((thing, k) => launchOf(thing, 2 + 8 * k + random.int(0, 1), random)),
  ...jobs(random),
  ...news(random),
  ...films(random),
  ...reels(random),
  ...pictures(random),
];

/** A launch: a teaser, a day later the news of it, and what follows on other channels. */
function launchOf(thing: string, first: number, random: Random): readonly Row[] {
  const by = { deadline: day(first + 6) };
  const launch = `${thing}-launch`;
  return [
    {
      ...{ post: `${thing}-teaser`, channel: 'ny-photos', type: 'instagram_reels', earliest: day(first) },
      ...{ deadline: day(first + 3), title: `Something is coming: the ${thing}` },
    },
    {
      ...{ post: launch, channel: 'ny-photos', type: 'instagram_feed', priority: 'urgent', ...by },
      ...{ after: `${thing}-teaser`, offset_hours: 24, title: `The ${thing} is here`, state: 'approved' },
    },
    {
      ...{ post: `${thing}-film`, channel: 'ny-films', type: 'youtube_long_form', after: launch, offset_hours: 2 },
      ...{ title: `How we made the ${thing}` },
    },
    {
      ...{ post: `${thing}-thread`, channel: 'london-news', type: 'twitter_thread', after: launch, offset_hours: 12 },
      ...{ deadline: day(first + 10), title: `The ${thing} in five pictures` },
    },
    {
      ...{ post: `${thing}-sydney`, channel: 'sydney-photos', type: 'instagram_carousel', after: launch },
      ...{ offset_hours: 24, priority: random.pick(['normal', 'low']), title: `The ${thing}, down under` },
    },
  ];
}

/** A queue: each job has its position, and moves up where one before it is filled. */
const jobs = (random: Random): readonly Row[] =>
  random
    .shuffled(['carpenter', 'accountant', 'photographer', 'driver', 'designer', 'buyer', 'tailor'])
    .map((job, k) => ({
      ...{ post: `job-${job}`, channel: 'london-jobs', type: 'linkedin_post', position: k + 1 },
      ...{ text: `We look for a ${job}`, title: `Job: ${job}` },
    }));

const news = (random: Random): readonly Row[] => [
  {
    ...{ post: 'round-up', channel: 'london-news', type: 'twitter_post', every: '1 week', preferred: 'fri 10-12' },
    ...{ earliest: '2025-11-03', title: 'The week in five lines' },
  },
  // The same words twice: two days must pass between them.
  ...['door-1', 'door-2'].map((post) => ({
    ...{ post, channel: 'london-news', type: 'twitter_post', text: 'Our doors are open until nine on Thursday' },
    ...{ earliest: day(14), deadline: day(17) },
  })),
  {
    ...{ post: 'silence', channel: 'london-news', type: 'twitter_post', earliest: '2025-11-11' },
    ...{ deadline: '2025-11-11', preferred: '10-12', only_preferred: 'yes', title: 'At the eleventh hour' },
  },
  ...['fair', 'prize', 'recall', 'parking', 'visit'].map((about, k) => ({
    ...{ post: `news-${about}`, channel: 'london-news', type: 'twitter_post', title: `News: ${about}` },
    ...{ priority: about === 'recall' ? 'urgent' : random.pick(['normal', 'low']), earliest: day(3 + 5 * k) },
    ...{ deadline: day(6 + 5 * k) },
  })),
];

const films = (random: Random): readonly Row[] => [
  {
    ...{ post: 'premiere', channel: 'ny-films', type: 'youtube_long_form', at: '2025-11-21T19:00' },
    ...{ priority: 'urgent', title: 'A film with its own evening', state: 'approved' },
  },
  ...['knife', 'glue', 'wax', 'thread'].map((tool, k) => ({
    ...{ post: `short-${tool}`, channel: 'ny-films', type: 'youtube_shorts', earliest: day(7 * k) },
    ...{ priority: random.pick(['normal', 'low']), preferred: 'mon-fri 15-18', title: `A minute about ${tool}` },
  })),
];

/** Six reels in three days, on a channel that keeps 18 hours between them: there is no place for all. */
const reels = (random: Random): readonly Row[] =>
  ['sand', 'waves', 'bridge', 'market', 'ferry'].map((sight, k) => ({
    ...{ post: `reel-${sight}`, channel: 'sydney-photos', type: 'instagram_reels', earliest: day(8) },
    ...{ deadline: day(10), priority: k === random.int(0, 1) ? 'normal' : 'low', title: `Sydney: ${sight}` },
  }));

const pictures = (random: Random): readonly Row[] => [
  {
    ...{ post: 'opening', channel: 'sydney-photos', type: 'instagram_feed', at: '2025-11-25T10:00' },
    ...{ priority: 'urgent', title: 'The new shop opens its doors', state: 'approved' },
  },
  ...['table', 'window', 'stairs', 'garden', 'bench', 'shelf', 'oven', 'clock'].map((thing, k) => ({
    ...{ post: `picture-${thing}`, channel: k % 3 === 2 ? 'sydney-photos' : 'ny-photos' },
    ...{ type: random.pick(['instagram_feed', 'instagram_carousel']), priority: k % 2 === 0 ? 'low' : 'normal' },
    ...{ earliest: day(3 * k), deadline: day(3 * k + 8), prohibited: 'sat-sun', title: `A picture: ${thing}` },
  })),
];
