import { sumOf } from '../../../audit/numbers.ts';
import { groupBy } from '../../../audit/rows.ts';
import type { Faults, PostFacts } from './beside.ts';
import { begins, clocksOf, instantOf, spoken } from './clock.ts';
import { knownOf, type Question, type Wanted } from './known.ts';
import { baseOf, crowdBonus, crowdOf, formatBonus, gapIn } from './timing.ts';

/** A post where the earlier scheduler puts it. */
export interface Put {
  readonly wanted: Wanted;
  /** Minutes since 1970, as if the clocks of the horizon were those of UTC. */
  readonly wall: number;
  /** What the clocks of the horizon show. */
  readonly local: string;
  /** Minutes since 1970. */
  readonly at: number;
  readonly timing: number;
  readonly penalty: number;
  readonly violations: readonly string[];
}

/** Whether the schedule is to be the one of the earlier scheduler. */
export const isGreedy = ({ settings }: Question): boolean => settings.mode === 'greedy_compat';

const RANKS: Readonly<Record<string, number>> = { urgent: 3, normal: 2, low: 1 };
const shownAt = clocksOf('UTC');

/** The plan of the earlier scheduler in the order in which it puts posts, found again from its description. */
export function putsOf(question: Question): readonly Put[] {
  const { horizon, rules } = question.settings;
  const [start, end] = [begins(horizon.start, 'UTC'), begins(horizon.end, 'UTC')];
  const midnight = start - (start % 1440);
  const days = Array.from({ length: Math.max(0, Math.floor((end - start) / 1440) + 1) }, (_, d) => midnight + d * 1440);
  const all = [...knownOf(question).wanted.values()];
  const gaps = new Map(all.map(({ row }) => [row.channel, gapIn(rules.spacing, row.type)]));
  const most = rules.concurrency === false ? Number.MAX_SAFE_INTEGER : rules.concurrency.most;
  const wishes = all.map((wanted) => {
    const hours = days.flatMap((day) => hoursOf(question, wanted, day));
    return {
      wanted,
      hours,
      worth: RANKS[wanted.row.priority]! * (1 + Math.max(0, ...hours.map(({ score }) => score))),
    };
  });
  const puts: Put[] = [];
  for (const { wanted, hours } of wishes.toSorted((a, b) => b.worth - a.worth)) {
    const gap = gaps.get(wanted.row.channel)!;
    let best: { readonly wall: number; readonly timing: number; readonly penalty: number } | undefined;
    for (const { wall, score } of hours) {
      if (wall < start || wall > end) continue;
      const together = togetherAt(puts, wall);
      const near = nearTo(puts, { wanted, wall, gap })[0];
      const collision = sumOf(puts, (other) => nearness(Math.abs(wall - other.wall)));
      const spacing = near === undefined ? 0 : (1 - near.apart / gap) * 5;
      const crowd = together >= most ? (together - most + 1) * 20 : 0;
      const penalty = collision + spacing + crowd - score;
      if (best === undefined || penalty < best.penalty) best = { wall, timing: score, penalty };
    }
    if (best === undefined) continue;
    const { wall } = best;
    const together = togetherAt(puts, wall);
    const violations = [
      ...nearTo(puts, { wanted, wall, gap }).map(
        ({ id, apart }) => `spacing: ${(apart / 60).toFixed(1)} h after ${id}, and the gap is ${gap / 60} h`,
      ),
      ...(rules.spacing === false || together < most
        ? []
        : [`concurrency: ${together} other posts at this time, and at most ${most} are meant`]),
    ];
    const local = instantOf(wall).slice(0, 16);
    puts.push({ wanted, ...best, local, at: begins(local, horizon.zone), violations });
  }
  return puts;
}

const nearness = (apart: number): number => (apart < 60 ? 10 : apart < 120 ? 5 : 0);

/** Posts that are out at once: not more than 225 seconds apart. */
const togetherAt = (puts: readonly Put[], wall: number): number =>
  puts.filter((other) => Math.abs(wall - other.wall) * 60 <= 225).length;

interface Place {
  readonly wanted: Wanted;
  readonly wall: number;
  readonly gap: number;
}

/** Posts of the channel that are later, or earlier by less than the gap, in the order in which they were put. */
const nearTo = (puts: readonly Put[], { wanted, wall, gap }: Place) =>
  gap === 0
    ? []
    : puts
        .filter((other) => other.wanted.row.channel === wanted.row.channel && wall - other.wall < gap)
        .map((other) => ({ id: other.wanted.id, apart: wall - other.wall }));

/** The hours of a day with their scores beside the best one of the day. */
function hoursOf({ tables }: Question, { row, channel }: Wanted, day: number) {
  const { platform, audience } = channel.row;
  const crowd = crowdOf(tables, audience);
  const raw = Array.from({ length: 24 }, (_, hour) => {
    const shown = shownAt(day + hour * 60);
    const closed =
      (hour === 23 && platform !== 'tiktok') ||
      (row.type === 'linkedin_post' && platform === 'linkedin' && (hour < 8 || hour > 14));
    if (closed) return 0;
    const base = baseOf(tables, platform, shown);
    const season = 1 + 0.1 * (shown.weekday > 4 ? -0.05 : 0);
    return base * (1 + 0.3 * crowdBonus(crowd, shown)) * (1 + 0.2 * formatBonus(platform, row.type, hour)) * season;
  });
  const top = Math.max(...raw);
  return raw.map((score, hour) => ({ wall: day + hour * 60, score: top === 0 ? 0 : score / top }));
}

/** Rows that are not where the earlier scheduler puts them, and posts that it puts somewhere and have no row. */
export function misput(facts: PostFacts): Faults {
  if (!isGreedy(facts)) return [];
  const puts = new Map(putsOf(facts).map((put) => [put.wanted.id, put]));
  const placed = new Set(facts.rows.map(({ id }) => id));
  const wrong = facts.rows.filter(({ id, at }) => puts.get(id)?.at !== at);
  const lost = [...puts.values()].filter(({ wanted }) => !placed.has(wanted.id));
  return [
    ...wrong.map((row) => ({
      entity: row.id,
      text: `${row.id} is on ${spoken(row.shown)}, and the earlier scheduler has it ${puts.get(row.id)?.local ?? 'nowhere'}`,
      rows: [row],
    })),
    ...lost.map(({ wanted: { id }, local }) => ({
      entity: id,
      text: `${id} is not published, and the earlier scheduler has it ${local}`,
    })),
  ];
}

/** Posts an hour between the first one and the last one, at most 10; 1 for a single post, or all at once. */
export function throughputOf(puts: readonly Put[]): number {
  const walls = puts.map(({ wall }) => wall);
  const hours = (Math.max(...walls) - Math.min(...walls)) / 60;
  if (puts.length < 2) return puts.length;
  return hours === 0 ? 1 : Math.min(10, (puts.length - 1) / hours);
}

/** 1, less a tenth for each post of an hour after the fifth, and for each channel with more than ten times `most` posts. */
export function quotaOf(puts: readonly Put[], { settings: { rules } }: Question): number {
  const hours = [...groupBy(puts, ({ wall }) => Math.floor(wall / 60)).values()];
  const beyond = sumOf(hours, ({ length }) => Math.max(0, length - 5));
  const channels = [...groupBy(puts, ({ wanted }) => wanted.row.channel).values()];
  const { concurrency, spacing } = rules;
  const full = channels.filter(
    ({ length }) => concurrency !== false && spacing !== false && length > concurrency.most * 10,
  );
  return Math.max(0, 10 - beyond - full.length) / 10;
}

/** 1 without violations, 0 with two or more of them a post. */
export const adherenceOf = (puts: readonly Put[]): number =>
  puts.length === 0 ? 1 : Math.max(0, 1 - sumOf(puts, ({ violations }) => violations.length) / (2 * puts.length));
