import type { Level, Violation } from './audit.ts';
import { BILLION } from './certificate.ts';
import { decimal, grouped } from './words.ts';

/**
 * Level 1: every hard rule holds for every row of the schedule.
 *
 * @example
 * feasible([], 75).text // 'every hard rule holds for all 75 rows of the schedule'
 */
export function feasible(violations: readonly Violation[], assignments: number): Level {
  const passed = violations.length === 0;
  const text = passed ? `every hard rule holds for ${all(assignments)}` : faults(violations);
  return { level: 1, name: 'feasible', passed, text };
}

function all(assignments: number): string {
  if (assignments === 0) return 'the empty schedule';
  return assignments === 1 ? 'the one row of the schedule' : `all ${counted(assignments)} rows of the schedule`;
}

function faults(violations: readonly Violation[]): string {
  const byRule = new Map<string, number>();
  for (const { rule } of violations) byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
  const rules = [...byRule].map(([rule, count]) => `${rule} ${counted(count)}`).join(', ');
  const noun = violations.length === 1 ? 'violation' : 'violations';
  return `${counted(violations.length)} ${noun} (${rules}); the first: ${violations[0]!.text}`;
}

/**
 * Level 2: the net score in points, priced again from the tables, is the solver's to the last digit.
 *
 * @example
 * priced(81189, 81189).passed // true
 */
export function priced(audited: number, claimed: number): Level {
  const passed = audited === claimed;
  const text = passed
    ? `priced again from the tables the schedule nets ${decimal(audited)} points, exactly what the solver says`
    : `priced again from the tables the schedule nets ${decimal(audited)} points, but the solver says ${decimal(claimed)}`;
  return { level: 2, name: 'priced', passed, text };
}

/** What level 3 compares. */
export interface Bounding {
  /** Net score of the schedule, in objective units. */
  readonly net: number;
  /** Objective units in one point. */
  readonly unit: number;
  /** No two net scores are closer than this, in objective units: see `stepOf`. */
  readonly step: number;
  /** What `certify` gave: billionths of an objective unit, null where it proves that no schedule exists. */
  readonly bound: bigint | null;
  /** What is counted; " points" where it is absent. An aim that comes first has units of its own. */
  readonly counted?: string;
  /** The solver's word that nothing is better. */
  readonly optimal: boolean;
}

/**
 * Level 3: the shadow prices alone prove that no schedule can net more than the certified bound. Fails only where the
 * proof contradicts the schedule; its text says whether it also proves the schedule to be the best.
 *
 * @example
 * bounded({ net: 81189, unit: 1, step: 1, bound: 81189400000000n, optimal: true }).passed // true
 */
export function bounded({ net, unit, step, bound, counted = ' points', optimal }: Bounding): Level {
  const level = { level: 3, name: 'bounded' } as const;
  if (bound === null) {
    return { ...level, passed: false, text: 'the limits admit no schedule at all, yet the solver gave one' };
  }
  const perPoint = BigInt(unit) * BigInt(BILLION);
  const gap = bound - BigInt(net) * BigInt(BILLION);
  const most = `no schedule can net more than ${roundedUp(bound, perPoint)}${counted}`;
  if (gap < 0n) {
    const text = `this schedule nets ${decimal(net / unit)}${counted}, ${roundedUp(-gap, perPoint)} more than the shadow prices allow any`;
    return { ...level, passed: false, text };
  }
  return { ...level, passed: true, text: `by the shadow prices alone ${most}: ${verdict()}` };

  function verdict(): string {
    if (gap === 0n) return 'what this one nets, so that none is better';
    const above = `${roundedUp(gap, perPoint)} above this one`;
    if (gap < BigInt(step) * BigInt(BILLION)) {
      return `${above}, less than the ${decimal(step / unit)} by which net scores differ, so that none is better`;
    }
    if (optimal) return `${above}; branch and bound closed the rest, for which the solver alone vouches`;
    return `${above}, and the best schedule may lie anywhere between`;
  }
}

/**
 * Level 3 where no bound can be computed from the shadow prices. It fails: the schedule stands, without a proof.
 *
 * @example
 * unbounded('the score of column 0 is 1.5, which is no whole number').passed // false
 */
export const unbounded = (reason: string): Level => ({
  level: 3,
  name: 'bounded',
  passed: false,
  text: `no bound can be computed from the shadow prices (${reason}), so that a better schedule may exist`,
});

/** One of several aims in order: its name, and what bounds it. */
export interface NamedBounding extends Bounding {
  readonly name: string;
}

/**
 * Level 3 where several aims come in order: each is bounded with those before it held. Passes where all do; a single
 * aim reads as `bounded` says it.
 */
export function boundedInOrder(aims: readonly NamedBounding[]): Level {
  const levels = aims.map((aim) => ({ name: aim.name, level: bounded(aim) }));
  if (levels.length === 1) return levels[0]!.level;
  return {
    level: 3,
    name: 'bounded',
    passed: levels.every(({ level }) => level.passed),
    text: levels.map(({ name, level }) => `${name}: ${level.text}`).join('; '),
  };
}

/** What must be the same for a run to be repeated; hashes are SHA-256, in hex. */
export interface Fingerprints {
  readonly scenario: string;
  readonly data: string;
  readonly schedule: string;
  readonly engine: string;
  readonly solver: string;
  readonly seed: number;
  readonly method: string;
}

/**
 * Level 4: the run depends on nothing but what is fingerprinted here. Fails where the clock stopped the search, as
 * another run may then stop elsewhere.
 */
export function reproducible(prints: Fingerprints, stoppedByClock: boolean): Level {
  const { scenario, data, schedule, engine, solver, seed, method } = prints;
  const same = `scenario ${short(scenario)}, data ${short(data)}, engine ${engine}, solver ${solver}, method ${method} and seed ${seed}`;
  const text = stoppedByClock
    ? `a limit in seconds stopped the search, so that ${same} may give another schedule than ${short(schedule)}`
    : `${same} give schedule ${short(schedule)}; evenhand verify runs it again and compares`;
  return { level: 4, name: 'reproducible', passed: !stoppedByClock, text };
}

/** The smallest and largest value of a metric over all schedules of the best net score; see `Run.ranges`. */
export interface MetricRange {
  readonly least: number;
  readonly most: number;
  /** Schedules reach both ends; otherwise nothing lies outside. */
  readonly exact: boolean;
}

/**
 * Level 5: which metrics are the same in every schedule of the best net score, and how far the others can move. Fails
 * where the schedule's own metric lies outside its range.
 *
 * @param called What people call a metric.
 *
 * @example
 * determined({ gini: 0.2 }, { gini: { least: 0.1, most: 0.3, exact: true } }, { always: 3, chosen: 9, exact: true }).passed // true
 */
export function determined(
  metrics: Readonly<Record<string, number | null>>,
  ranges: Readonly<Record<string, MetricRange>>,
  backbone: { readonly always: number; readonly chosen: number; readonly exact: boolean },
  called: (metric: string) => string = (metric) => metric,
): Level {
  const level = { level: 5, name: 'determined' } as const;
  const all = Object.entries(ranges);
  const outside = all.filter(([name, { least, most }]) => {
    const own = metrics[name];
    return typeof own === 'number' && (own < least - 1e-9 || own > most + 1e-9);
  });
  if (outside.length > 0) {
    const [name, { least, most }] = outside[0]!;
    const text = `${called(name)} is ${metrics[name]}, outside the range ${least} to ${most} that it can have in any best schedule`;
    return { ...level, passed: false, text };
  }
  const open = all.filter(([, { least, most }]) => least !== most);
  const same = `${counted(all.length - open.length)} of ${counted(all.length)} metrics are the same in every best schedule`;
  const moving = open.map(
    ([name, { least, most, exact }]) =>
      `${called(name)} ${exact ? '' : 'at the most '}${decimal(least)} to ${decimal(most)}`,
  );
  const others = moving.length === 0 ? '' : `; at the same net score ${moving.join('; ')}`;
  return { ...level, passed: true, text: `${same}${others}. ${backboneText(backbone)}` };
}

function backboneText({
  always,
  chosen,
  exact,
}: {
  readonly always: number;
  readonly chosen: number;
  readonly exact: boolean;
}): string {
  if (!exact) return 'How many rows all of them share is not known';
  const open = chosen - always;
  const rest = open === 0 ? '' : `; the seed decides ${open === 1 ? 'the other one' : `the other ${counted(open)}`}`;
  return `${counted(always)} of the ${counted(chosen)} rows of the schedule are in all of them${always === 0 ? '; the seed decides which are chosen' : rest}`;
}

function short(hash: string): string {
  return hash.length > 12 ? hash.slice(0, 12) : hash;
}

function counted(value: number): string {
  return grouped(String(value));
}

/** value / per to three decimals, rounded up: a bound must never be shown lower than it is. */
function roundedUp(value: bigint, per: bigint): string {
  const scaled = value * 1000n;
  const thousandths = scaled / per + (scaled > 0n && scaled % per !== 0n ? 1n : 0n);
  const size = thousandths < 0n ? -thousandths : thousandths;
  const fraction = String(size % 1000n)
    .padStart(3, '0')
    .replace(/0+$/, '');
  return `${thousandths < 0n ? '-' : ''}${grouped(String(size / 1000n))}${fraction && `.${fraction}`}`;
}
