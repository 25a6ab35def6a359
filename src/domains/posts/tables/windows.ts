import { WEEKDAYS, type Weekday } from '../../../tables/dates.ts';
import { PLATFORMS, type Platform } from './words.ts';

/** A part of a day in which a platform is watched, and how much. */
export interface Window {
  readonly platform: Platform;
  readonly day: Weekday;
  /** From this hour until that one, which is not in it. */
  readonly from: number;
  readonly to: number;
  /** From 0 to 1. */
  readonly weight: number;
}

/** For each platform a line for each day from Monday on: hours, and the weight in hundredths. */
const TEXT: Readonly<Record<Platform, string>> = {
  youtube:
    '15-17:80 18-20:90 | 15-17:85 18-20:90 | 16-17:100 15-17:95 | 15-17:85 18-20:90 | 15-17:80 18-20:85 | 11-15:75 | 11-15:70',
  tiktok: '17-19:85 | 14-15:90 16-17:90 20-21:85 | 16-18:100 | 13-14:90 15-17:85 | 14-18:85 | 16-19:60 | 16-20:90',
  instagram:
    '10-15:90 15-16:85 | 10-15:90 15-16:85 | 10-15:90 15-16:85 18-19:80 | 10-15:90 15-16:85 | 10-14:70 16-18:75 | 10-13:60 17-19:70 | 10-13:60 17-19:70',
  twitter: '8-10:80 | 10-13:90 14-16:85 | 9-12:100 14-16:85 | 10-13:90 14-16:85 | 10-12:70 | 10-13:40 | 9-12:30',
  linkedin: '11-12:80 | 8-14:90 | 8-9:90 12-13:95 | 8-9:90 12-13:95 | 7-14:70 | 9-11:30 | 10-12:30',
  facebook: '9-18:85 | 9-18:85 | 8-18:90 | 8-18:90 | 9-11:80 14-16:80 | 10-12:60 15-17:60 | 8-10:70',
};

/**
 * The built-in windows of all platforms. They come from studies of many accounts, mostly American: a table to begin with,
 * until the history of a channel says more.
 */
export const BUILT_IN: readonly Window[] = PLATFORMS.flatMap((platform) =>
  TEXT[platform].split(' | ').flatMap((line, d) =>
    line.split(' ').map((part): Window => {
      const [from = 0, to = 0, weight = 0] = part.split(/[-:]/).map(Number);
      return { platform, day: WEEKDAYS[d]!, from, to, weight: weight / 100 };
    }),
  ),
);

/** The windows that count: those of the table, or the built-in ones where it has none. */
export const windowsIn = ({ rows }: { readonly rows: readonly Window[] }): readonly Window[] =>
  rows.length > 0 ? rows : BUILT_IN;
