import { sumOf } from '../../../audit/numbers.ts';
import { groupBy } from '../../../audit/rows.ts';
import { WEEKDAYS } from '../../../tables/dates.ts';
import type { PostSettings } from '../scenario.ts';
import type { PostTables } from '../tables.ts';
import { BUILT_IN, zoneNamed } from '../tables.ts';
import { clocksOf, type Shown } from './clock.ts';
import type { Account, Past, Question, Wanted } from './known.ts';

/** A timing score with its factors. */
export interface Scored {
  /** Weight of the window, from 0 to 1. */
  readonly base: number;
  readonly audience: number;
  readonly format: number;
  readonly season: number;
  readonly recency: number;
  /** From 0 to 10,000: beside the best instant of the horizon or the day, and with what was learnt. */
  readonly score: number;
}

/** The same before it is compared with others, in billionths. */
interface Raw extends Omit<Scored, 'score'> {
  readonly raw: number;
}

/** The traits of an audience by their values. */
interface Crowd {
  readonly age: ReadonlyMap<string, number>;
  readonly device: ReadonlyMap<string, number>;
  readonly zone: readonly { readonly share: number; readonly shown: (instant: number) => Shown }[];
}

/** How one content type of one channel scores. */
interface Scorer {
  readonly raw: (at: number) => Raw;
  /** The greatest raw score that an instant is compared with. */
  readonly best: (at: number) => number;
  /** What was learnt of an instant, from 0 to 10,000; undefined: nothing. */
  readonly learnt: (at: number) => number | undefined;
}

/** Each post of a channel asks for the same hours: a type is scored once for each question. */
const scorers = new WeakMap<Question['tables'], WeakMap<PostSettings, Map<string, Scorer>>>();

/** The timing score of a post at an instant. */
export function timingOf(question: Question, { row, channel }: Wanted, at: number): Scored {
  const { settings, tables } = question;
  const byTables = scorers.get(tables) ?? new WeakMap<PostSettings, Map<string, Scorer>>();
  scorers.set(tables, byTables);
  const known = byTables.get(settings) ?? new Map<string, Scorer>();
  byTables.set(settings, known);
  const key = JSON.stringify([channel.row.channel, row.type]);
  const scorer = known.get(key) ?? scorerOf(question, channel, row.type);
  known.set(key, scorer);
  const { raw, ...factors } = scorer.raw(at);
  const best = scorer.best(at);
  const own = best === 0 ? 0 : half(10_000 * raw, best);
  const learnt = scorer.learnt(at);
  const share = settings.scoring.learnt;
  return { ...factors, score: learnt === undefined ? own : half((100 - share) * own + share * learnt, 100) };
}

/** A fraction as a whole number, halves up. */
const half = (above: number, below: number): number => Math.floor((2 * above + below) / (2 * below));

function scorerOf(question: Question, account: Account, type: string | null): Scorer {
  const { settings, tables } = question;
  const { row, shown } = account;
  const crowd = crowdOf(tables, row.audience);
  const known = new Map<number, Raw>();
  const raw = (at: number): Raw => {
    const found = known.get(at) ?? rawOf(question, { account, type, crowd }, at);
    known.set(at, found);
    return found;
  };
  const { open } = account;
  const of = settings.scoring.normalise === 'day' ? (at: number) => shown(at).date : () => '';
  const best = new Map([...groupBy(open, of)].map(([key, own]) => [key, Math.max(0, ...own.map((at) => raw(at).raw))]));
  const lessons = tables.learnt.rows.filter(({ channel }) => channel === row.channel);
  const top = Math.max(0, ...lessons.map(({ mean }) => mean));
  const byHour = new Map(lessons.map(({ weekday, hour, mean }) => [`${WEEKDAYS.indexOf(weekday)} ${hour}`, mean]));
  return {
    raw,
    best: (at) => best.get(of(at)) ?? 0,
    learnt: (at) => {
      const mean = byHour.get(`${shown(at).weekday} ${shown(at).hour}`);
      return mean === undefined || top === 0 ? undefined : Math.floor((10_000 * mean) / top + 0.5 + 1e-6);
    },
  };
}

interface Asked {
  readonly account: Account;
  readonly type: string | null;
  readonly crowd: Crowd;
}

function rawOf({ settings, tables }: Question, { account, type, crowd }: Asked, at: number): Raw {
  const { scoring } = settings;
  const { platform } = account.row;
  const clocks = crowd.zone.length === 0 ? [{ share: 1, shown: account.shown }] : crowd.zone;
  const whole = sumOf(clocks, ({ share }) => share);
  const mean = (of: (shown: Shown) => number) => sumOf(clocks, ({ share, shown }) => share * of(shown(at))) / whole;
  const base = mean((shown) => baseOf(tables, platform, shown));
  const audience = 1 + scoring.audience * mean((shown) => crowdBonus(crowd, shown));
  const format = 1 + scoring.format * mean(({ hour }) => formatBonus(platform, type, hour));
  const season = 1 + scoring.season * seasonBonus(settings, tables, account, account.shown(at));
  const recency = recencyOf(account.past, scoring.recency_hours, at);
  const raw = Math.floor(base * audience * format * season * recency * 1e9 + 0.5 + 1e-4);
  return { base, audience, format, season, recency, raw };
}

/** The weight of an hour: the greatest of the windows that hold it. */
export function baseOf({ windows }: PostTables, platform: string, { weekday, hour }: Shown): number {
  const open = (windows.rows.length > 0 ? windows.rows : BUILT_IN).filter(
    (one) => one.platform === platform && WEEKDAYS.indexOf(one.day) === weekday && one.from <= hour && hour < one.to,
  );
  return open.length === 0 ? 0.1 : Math.max(...open.map(({ weight }) => weight));
}

const shareOf = (shares: ReadonlyMap<string, number>, ...names: readonly string[]): number =>
  sumOf(names, (name) => shares.get(name) ?? 0);

/** Young people with telephones are there in the evening, and on mornings of weekends; people at work before they leave. */
export function crowdBonus({ age, device }: Crowd, { hour, weekday }: Shown): number {
  const mobile = device.get('mobile') ?? 0.5;
  const weekend = weekday > 4;
  const young = mobile > 0.7 && shareOf(age, '18-24', '25-34') > 0.5 + 1e-9;
  const working = shareOf(age, '25-34', '35-44') > 0.4 + 1e-9;
  return (
    (young && hour >= 18 ? 0.1 : 0) +
    (young && weekend && hour >= 8 && hour <= 11 ? 0.05 : 0) +
    (working && !weekend && hour >= 15 && hour <= 17 ? 0.08 : 0)
  );
}

/** What a content type adds to an hour, by the habits of its platform. */
export function formatBonus(platform: string, type: string | null, hour: number): number {
  const among = (...hours: readonly number[]) => hours.includes(hour);
  if (type === 'youtube_shorts') return hour <= 8 ? -0.1 : 0.05;
  if (type === 'instagram_reels') return among(6, 7, 8, 18, 19, 20) ? 0.1 : among(11, 12, 13) ? 0.05 : 0;
  if (platform === 'linkedin') return among(8, 9, 10) ? 0.15 : among(12, 13) ? 0.12 : 0;
  return platform === 'twitter' && hour >= 8 && hour <= 12 ? 0.1 : 0;
}

function seasonBonus(
  { scoring, rules }: PostSettings,
  tables: PostTables,
  { row }: Account,
  { date, hour, weekday }: Shown,
): number {
  const isHoliday =
    rules.holidays === 'score' &&
    tables.holidays.rows.some((day) => day.date === date && (day.channel ?? row.channel) === row.channel);
  const atSchool = scoring.back_to_school.some(({ from, to }) => from <= date && date <= to);
  return (weekday > 4 ? -0.05 : 0) + (isHoliday ? -0.1 : 0) + (atSchool && (hour === 8 || hour === 9) ? 0.05 : 0);
}

/** Half for each post of the channel that is out and less than so many hours away. */
const recencyOf = (past: readonly Past[], hours: number, at: number): number =>
  0.5 ** past.filter((one) => Math.abs(one.at - at) < hours * 60).length;

/** Minutes that a content type keeps from every other post of its channel. */
export function gapIn(spacing: PostSettings['rules']['spacing'], type: string | null): number {
  if (spacing === false) return 0;
  const own = Object.entries(spacing.types).find(([name]) => name === type)?.[1];
  return Math.round((own ?? spacing.default) * 60);
}

/** The traits of an audience, by its name. */
export function crowdOf({ audiences }: PostTables, name: string | null): Crowd {
  const own = audiences.rows.filter(({ audience }) => audience === name);
  const shares = (trait: string) =>
    new Map(own.filter((one) => one.trait === trait).map(({ value, share }) => [value, share]));
  return {
    age: shares('age'),
    device: shares('device'),
    zone: [...shares('zone')].flatMap(([zone, share]) =>
      share > 0 ? [{ share, shown: clocksOf(zoneNamed(zone)!) }] : [],
    ),
  };
}
