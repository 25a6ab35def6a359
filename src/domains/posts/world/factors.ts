import { WEEKDAYS } from '../../../tables/dates.ts';
import { zoneNamed } from '../tables/cells.ts';
import type { Window } from '../tables/windows.ts';
import type { Platform } from '../tables/words.ts';
import type { PostTables } from '../tables.ts';
import type { Channel } from './channels.ts';
import { type Clock, clockOf, DAY, dateOf, type Local } from './clock.ts';
import type { Scope } from './scope.ts';

/** What the timing score of an instant is made of. A factor of 1 changes nothing. */
export interface Factors {
  /** The weight of the window of the platform, from 0 to 1. */
  readonly base: number;
  readonly audience: number;
  readonly format: number;
  readonly season: number;
  readonly recency: number;
}

/** Who follows a channel. */
export interface Crowd {
  readonly ages: ReadonlyMap<string, number>;
  readonly mobile: number;
  /** Where they are, with shares that add up to 1. */
  readonly zones: readonly { readonly clock: Clock; readonly share: number }[];
}

/** What factors are found from. */
export interface Subject {
  readonly scoring: Scope['scoring'];
  readonly windows: readonly Window[];
  readonly crowd: Crowd;
  readonly channel: Channel;
  readonly type: string | null;
  /** Whether holidays count for less, and are not skipped. */
  readonly holidays: boolean;
}

/** Hours outside all windows weigh so much. */
const ELSE = 0.1;
const SATURDAY = 5;

/**
 * The factors of the timing score. Windows, audience and content type go by the hour of those who follow the channel:
 * with several time zones each counts by its share.
 */
export function factorsOf({ scoring, windows, crowd, channel, type, holidays }: Subject, instant: number): Factors {
  const { platform, clock, fixed } = channel;
  const mean = (of: (local: Local) => number) =>
    crowd.zones.reduce((sum, zone) => sum + zone.share * of(zone.clock.local(instant)), 0);
  return {
    base: mean((local) => windowWeight(windows, platform, local)),
    audience: 1 + scoring.audience * mean((local) => audienceOf(crowd, local)),
    format: 1 + scoring.format * mean((local) => formatOf(platform, type, hourOf(local))),
    season: 1 + scoring.season * seasonOf(scoring, clock.local(instant), holidays && channel.holidays),
    recency: 0.5 ** fixed.filter(({ at }) => Math.abs(at - instant) < scoring.recency_hours * 60).length,
  };
}

const hourOf = ({ minute }: Local): number => Math.floor(minute / 60);

/** The weight of the hour: of several windows that hold it the greatest. */
export function windowWeight(windows: readonly Window[], platform: Platform, local: Local): number {
  const hour = hourOf(local);
  let weight = -1;
  for (const one of windows)
    if (one.platform === platform && one.day === WEEKDAYS[local.weekday] && one.from <= hour && hour < one.to)
      weight = Math.max(weight, one.weight);
  return weight < 0 ? ELSE : weight;
}

/** What an audience adds to an hour: the young with their telephones in the evening, people at work in the afternoon. */
export function audienceOf({ ages, mobile }: Pick<Crowd, 'ages' | 'mobile'>, local: Local): number {
  const hour = hourOf(local);
  const share = (...cohorts: readonly string[]) => cohorts.reduce((sum, age) => sum + (ages.get(age) ?? 0), 0);
  // Shares that add up to just a half are no more than a half, whatever floating point makes of them.
  const isYoung = mobile > 0.7 && share('18-24', '25-34') > 0.5 + 1e-9;
  const isWorking = share('25-34', '35-44') > 0.4 + 1e-9;
  const weekend = local.weekday >= SATURDAY;
  let added = 0;
  if (isYoung && hour >= 18) added += 0.1;
  if (isYoung && weekend && hour >= 8 && hour < 12) added += 0.05;
  if (isWorking && !weekend && hour >= 15 && hour < 18) added += 0.08;
  return added;
}

/** What a content type adds to an hour. */
export function formatOf(platform: Platform, type: string | null, hour: number): number {
  if (type === 'youtube_shorts') return hour < 9 ? -0.1 : 0.05;
  if (type === 'instagram_reels') {
    if ((hour >= 6 && hour < 9) || (hour >= 18 && hour < 21)) return 0.1;
    return hour >= 11 && hour < 14 ? 0.05 : 0;
  }
  if (platform === 'linkedin') return hour >= 8 && hour < 11 ? 0.15 : hour === 12 || hour === 13 ? 0.12 : 0;
  return platform === 'twitter' && hour >= 8 && hour < 13 ? 0.1 : 0;
}

/** What the calendar adds: weekends and holidays take away, mornings of the school season add. */
export function seasonOf(
  { back_to_school: seasons }: Pick<Scope['scoring'], 'back_to_school'>,
  local: Local,
  holidays: Channel['holidays'] | false,
): number {
  const date = dateOf(local.day);
  const hour = hourOf(local);
  const atSchool = (hour === 8 || hour === 9) && seasons.some(({ from, to }) => date >= from && date <= to);
  const off = holidays !== false && holidays.has(local.day);
  return (local.weekday >= SATURDAY ? -0.05 : 0) + (off ? -0.1 : 0) + (atSchool ? 0.05 : 0);
}

/** The audience of a channel; one that is not known is in the channel's own zone. */
export function crowdOf(rows: PostTables['audiences']['rows'], { row, clock, open }: Channel): Crowd {
  const own = rows.filter(({ audience }) => audience === row.audience);
  const shares = (trait: string) => own.filter((one) => one.trait === trait);
  const zones = shares('zone').filter(({ share }) => share > 0);
  const total = zones.reduce((sum, { share }) => sum + share, 0);
  const [first = 0, last = 0] = [open[0], open.at(-1)];
  return {
    ages: new Map(shares('age').map(({ value, share }) => [value, share])),
    mobile: shares('device').find(({ value }) => value === 'mobile')?.share ?? 0.5,
    zones:
      total === 0
        ? [{ clock, share: 1 }]
        : zones.map(({ value, share }) => ({
            clock: clockOf(zoneNamed(value)!, first - 40 * DAY, last + 40 * DAY),
            share: share / total,
          })),
  };
}
