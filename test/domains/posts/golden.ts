import type { ContentType, Platform } from '../../../src/domains/posts/tables/words.ts';

/** Who follows a channel: shares of ages, and the share of telephones. */
export interface Followers {
  readonly ages: Readonly<Record<string, number>>;
  readonly mobile?: number;
}

/** Young and grown-up people with telephones; the young; people from 35 on; nobody that is known. */
export const A: Followers = { ages: { '18-24': 0.3, '25-34': 0.4, '35-44': 0.3 }, mobile: 0.7 };
const Y: Followers = { ages: { '18-24': 0.8, '25-34': 0.2 }, mobile: 0.9 };
const P: Followers = { ages: { '35-44': 0.6, '45-54': 0.4 }, mobile: 0.4 };
const E: Followers = { ages: {} };

const [MONDAY, WEDNESDAY, SATURDAY, SUNDAY] = ['2025-11-03', '2025-11-05', '2025-11-08', '2025-11-09'];

/** The timing scores of the 24 hours of a day, the best one being 1, to four decimals. */
export interface Golden {
  readonly name: string;
  readonly platform: Platform;
  readonly type: ContentType;
  readonly followers: Followers;
  readonly date: string;
  readonly season?: 'holiday' | 'back_to_school';
  /** Hours and their score, with blanks between: "15 0.95". What is not listed has the rest. */
  readonly hours: string;
  readonly rest: number;
}

/** The vectors that an earlier scheduler was seen to make. */
export const GOLDEN: readonly Golden[] = [
  {
    name: 'instagram reels, A, Wednesday',
    ...{ platform: 'instagram', type: 'instagram_reels', followers: A, date: WEDNESDAY },
    hours: '6,7,8 .1122 | 10 .9901 | 11,12,13 1 | 14 .9901 | 15 .9575 | 16,17 .1127 | 18 .8977 | 19,20 .1122 | 23 0',
    rest: 0.11,
  },
  {
    name: 'instagram reels, Y, Saturday',
    ...{ platform: 'instagram', type: 'instagram_reels', followers: Y, date: SATURDAY },
    hours:
      '6,7 .1387 | 8 .1408 | 9 .138 | 10 .8281 | 11 .8364 | 12 .824 | 13 .1373 | 17 .9518 | 18 1 | 19,20 .1429 | 21,22 .1401 | 23 0',
    rest: 0.136,
  },
  {
    name: 'instagram reels, P, Saturday',
    ...{ platform: 'instagram', type: 'instagram_reels', followers: P, date: SATURDAY },
    hours: '6,7,8,19,20 .1429 | 10 .8403 | 11,12 .8487 | 13 .1415 | 17 .9804 | 18 1 | 23 0',
    rest: 0.1401,
  },
  {
    name: 'youtube long form, nobody known, Wednesday',
    ...{ platform: 'youtube', type: 'youtube_long_form', followers: E, date: WEDNESDAY },
    hours: '15 .95 | 16 1 | 23 0',
    rest: 0.1,
  },
  {
    name: 'youtube shorts, nobody known, Wednesday',
    ...{ platform: 'youtube', type: 'youtube_shorts', followers: E, date: WEDNESDAY },
    hours: '0,1,2,3,4,5,6,7,8 .097 | 15 .95 | 16 1 | 23 0',
    rest: 0.1,
  },
  {
    name: 'tiktok, nobody known, Wednesday: 23 h is open',
    ...{ platform: 'tiktok', type: 'tiktok_video', followers: E, date: WEDNESDAY },
    hours: '16,17 1',
    rest: 0.1,
  },
  {
    name: 'linkedin post, nobody known, Wednesday',
    ...{ platform: 'linkedin', type: 'linkedin_post', followers: E, date: WEDNESDAY },
    hours: '8 .9529 | 9,10 .1059 | 11,14 .1028 | 12 1 | 13 .1053',
    rest: 0,
  },
  {
    name: 'linkedin carousel, nobody known, Wednesday',
    ...{ platform: 'linkedin', type: 'linkedin_carousel', followers: E, date: WEDNESDAY },
    hours: '8 .9529 | 9,10 .1059 | 12 1 | 13 .1053 | 23 0',
    rest: 0.1028,
  },
  {
    name: 'twitter post, nobody known, Wednesday',
    ...{ platform: 'twitter', type: 'twitter_post', followers: E, date: WEDNESDAY },
    hours: '8,12 .1 | 9,10,11 1 | 14,15 .8333 | 23 0',
    rest: 0.098,
  },
  {
    name: 'facebook post, nobody known, Sunday, holiday',
    ...{ platform: 'facebook', type: 'facebook_post', followers: E, date: SUNDAY, season: 'holiday' },
    hours: '8,9 1 | 23 0',
    rest: 0.1429,
  },
  {
    name: 'facebook post, nobody known, Monday, back to school',
    ...{ platform: 'facebook', type: 'facebook_post', followers: E, date: MONDAY, season: 'back_to_school' },
    hours: '8 .1176 | 9 1 | 10,11,12,13,14,15,16,17 .995 | 23 0',
    rest: 0.1171,
  },
];

/** The 24 numbers of a vector. */
export function hoursOf({ hours, rest }: Golden): readonly number[] {
  const all = Array.from({ length: 24 }, () => rest);
  for (const part of hours.split(' | ')) {
    const [which = '', score] = part.split(' ');
    for (const hour of which.split(',')) all[Number(hour)] = Number(score);
  }
  return all;
}
