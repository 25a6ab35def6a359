import type { Parameter, SweptValue } from './record.ts';
import { isNumeric } from './record.ts';

/** One thing that may be said of a run: its value of a parameter lies in a range, is this one, or is not. */
export type Condition =
  | { readonly parameter: number; readonly test: 'range'; readonly low: number; readonly high: number }
  | { readonly parameter: number; readonly test: 'is' | 'is not'; readonly value: SweptValue };

/** Conditions that hold together for some runs. */
export interface Case {
  readonly conditions: readonly Condition[];
  /** How many runs it describes that no case before it does. */
  readonly runs: number;
}

/** A set of runs, one bit each. */
type Bits = bigint;

interface Candidate {
  readonly conditions: readonly Condition[];
  readonly runs: Bits;
}

/** More conditions in one case would be no description but a list. */
const MOST_CONDITIONS = 3;
/** Of parameters with more values than this, ranges with two ends of their own are not tried. */
const MOST_RANGED = 24;
const MOST_PAIRED = 400;
const MOST_TRIED = 60_000;

/**
 * The shortest description of some runs among others by their values, exact on these runs: each run that is meant is in
 * one of its cases, and no other run is in any. Fewest cases first, then fewest conditions (found by trying all, for
 * one and two cases; beyond that by taking the widest case again and again). Where even three conditions at once cannot
 * tell a run from the others, that run is described by all its values.
 *
 * @param values for each run, its value of each parameter
 * @param meant for each run, whether it is one of those to describe
 * @returns no case where no run is meant; one case without conditions where all are
 * @example
 * describeRuns([{ path: 'penalty', axis: 'policy', values: [0, 100, 200] }], [[0], [100], [200]], [true, true, false]) // [{ conditions: [{ parameter: 0, test: 'range', low: 0, high: 100 }], runs: 2 }]
 */
export function describeRuns(
  parameters: readonly Parameter[],
  values: readonly (readonly SweptValue[])[],
  meant: readonly boolean[],
): readonly Case[] {
  const wanted = bitsOf(meant);
  const others = bitsOf(meant.map((is) => !is));
  if (wanted === 0n) return [];
  if (others === 0n) return [{ conditions: [], runs: meant.length }];
  const atoms = parameters.flatMap(conditionsOf).map((condition) => ({
    conditions: [condition],
    runs: bitsOf(values.map((own) => holds(condition, own))),
  }));
  const pure: Candidate[] = [];
  let level: readonly Candidate[] = atoms;
  for (let size = 1; size <= MOST_CONDITIONS; size++) {
    const found = level.filter(({ runs }) => (runs & others) === 0n && (runs & wanted) !== 0n);
    pure.push(...found);
    const whole = found.find(({ runs }) => runs === wanted);
    if (whole) return counted([whole]);
    if (size < MOST_CONDITIONS) level = grown(level, atoms, others, wanted);
  }
  return counted(covering(widest(pure), wanted, values));
}

/** Whether a condition holds for the values of a run. */
export function holds(condition: Condition, values: readonly SweptValue[]): boolean {
  const own = values[condition.parameter];
  if (condition.test === 'range') return condition.low <= (own as number) && (own as number) <= condition.high;
  return (JSON.stringify(own) === JSON.stringify(condition.value)) === (condition.test === 'is');
}

/** One-sided ranges first: of two conditions that say the same, the simpler stands earlier. */
function conditionsOf(parameter: Parameter, index: number): readonly Condition[] {
  const { values } = parameter;
  if (values.length < 2) return [];
  const each = (test: 'is' | 'is not') => values.map((value): Condition => ({ parameter: index, test, value }));
  if (!isNumeric(parameter)) return [...each('is'), ...(values.length > 2 ? each('is not') : [])];
  const sorted = (values as readonly number[]).toSorted((a, b) => a - b);
  const range = (low: number, high: number): Condition => ({ parameter: index, test: 'range', low, high });
  const [least, most] = [sorted[0]!, sorted.at(-1)!];
  const inner = sorted.slice(1, -1);
  return [
    ...sorted.slice(0, -1).map((high) => range(least, high)),
    ...sorted.slice(1).map((low) => range(low, most)),
    ...(sorted.length > MOST_RANGED
      ? inner.map((value) => range(value, value))
      : inner.flatMap((low) => inner.filter((high) => high >= low).map((high) => range(low, high)))),
  ];
}

const bitsOf = (set: readonly boolean[]): Bits => BigInt(`0b0${set.map((is) => (is ? '1' : '0')).join('')}`);

/** Cases with one condition more, each only where the condition leaves out runs. */
function grown(
  level: readonly Candidate[],
  atoms: readonly Candidate[],
  others: Bits,
  wanted: Bits,
): readonly Candidate[] {
  const seen = new Set<Bits>();
  const next: Candidate[] = [];
  for (const one of level) {
    if ((one.runs & others) === 0n) continue;
    for (const atom of atoms) {
      const runs = one.runs & atom.runs;
      if (runs === one.runs || (runs & wanted) === 0n || seen.has(runs)) continue;
      if (next.length >= MOST_TRIED) return next;
      seen.add(runs);
      next.push({ conditions: [...one.conditions, ...atom.conditions], runs });
    }
  }
  return next;
}

/** Cases that no other case holds, the wider first. */
function widest(cases: readonly Candidate[]): readonly Candidate[] {
  const sizes = new Map(cases.map(({ runs }) => [runs, count(runs)]));
  const sorted = cases.toSorted(
    (a, b) => sizes.get(b.runs)! - sizes.get(a.runs)! || a.conditions.length - b.conditions.length,
  );
  const kept: Candidate[] = [];
  for (const one of sorted) if (!kept.some(({ runs }) => (one.runs & ~runs) === 0n)) kept.push(one);
  return kept;
}

/** Two cases that cover all, where there are two; else the case that covers most of what is left, again and again. */
function covering(
  cases: readonly Candidate[],
  wanted: Bits,
  values: readonly (readonly SweptValue[])[],
): readonly Candidate[] {
  const few = cases.slice(0, MOST_PAIRED);
  let best: readonly Candidate[] | undefined;
  few.forEach((a, i) => {
    for (const b of few.slice(i + 1))
      if ((a.runs | b.runs) === wanted && (!best || length([a, b]) < length(best))) best = [a, b];
  });
  if (best) return best;
  const chosen: Candidate[] = [];
  let left = wanted;
  while (left !== 0n) {
    const gains = (one: Candidate) => count(one.runs & left);
    const next = cases.reduce<Candidate | undefined>((a, b) => (gains(b) > (a ? gains(a) : 0) ? b : a), undefined);
    const one = next ?? single(left, values);
    chosen.push(one);
    left &= ~one.runs;
  }
  return chosen;
}

const length = (cases: readonly Candidate[]): number =>
  cases.reduce((sum, { conditions }) => sum + conditions.length, 0);

/** The first run left, by all its values. */
function single(left: Bits, values: readonly (readonly SweptValue[])[]): Candidate {
  const run = left.toString(2).padStart(values.length, '0').indexOf('1');
  const conditions = values[run]!.map((value, parameter): Condition => ({ parameter, test: 'is', value }));
  return { conditions, runs: bitsOf(values.map((_, index) => index === run)) };
}

function counted(cases: readonly Candidate[]): readonly Case[] {
  let before = 0n;
  return cases.map(({ conditions, runs }) => {
    const own = runs & ~before;
    before |= runs;
    return { conditions, runs: count(own) };
  });
}

function count(bits: Bits): number {
  return bits.toString(2).replaceAll('0', '').length;
}
