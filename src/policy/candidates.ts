import type { FunnelStep } from '../runs/run.ts';
import type { Filter } from './filter.ts';

/** Where a possibility stands on each axis: this car (an index), that partner, that day. */
export type At<A extends string> = Readonly<Record<A, number>>;

/**
 * The axes that candidates are combinations of. Each is named like its field in a row of the schedule, and lists the
 * values of that field; candidates are numbered along the first axis, then the second, and so on.
 *
 * @example
 * const axes = { day: ['mon', 'tue'], id: ['post'] };
 * pair({ axes, filters: [], text: 'every errand on every day' }).candidates.count // 2
 */
export type Axes<A extends string> = Readonly<Record<A, readonly string[]>>;

/** Candidates as columns: for each axis the index of its value, and how many rules have given way for it. */
export type Candidates<A extends string> = {
  readonly count: number;
  /** How many rules have given way for each candidate; 0 for nearly all. */
  readonly level: Uint8Array;
} & { readonly [axis in A]: Int32Array };

/** Candidates, and how they came to be so many. */
export interface Paired<A extends string> {
  readonly candidates: Candidates<A>;
  readonly funnel: readonly FunnelStep[];
  /** The filters in the order in which they were asked. */
  readonly filters: readonly Filter<A>[];
}

/**
 * The levels on which a possibility becomes candidates, for kinds in which rules may give way: level 0 is as it stands.
 * `first` is the first filter that removes it (-1: none), `removedBy` the same when some rules have given way.
 */
export type Levels<A extends string> = (
  at: At<A>,
  first: number,
  removedBy: (lifted: readonly string[]) => number,
) => readonly number[];

/** What candidates are made of. */
export interface Pairing<A extends string> {
  readonly axes: Axes<A>;
  readonly filters: readonly Filter<A>[];
  /** What all possibilities are, for the first line of the funnel: "every car to every partner on every start day". */
  readonly text: string;
  readonly levels?: Levels<A> | undefined;
  /** What the further levels are, for the last line of the funnel. */
  readonly relaxed?: string;
}

/**
 * Combines the values of all axes, and takes away what a filter removes. A filter that looks at the first axes alone is
 * asked before the later ones are looked at, so that a closed day costs one question and not one for each pair of car
 * and partner; the funnel counts what it took away all the same.
 *
 * @example
 * const axes = { day: ['mon', 'sun'], id: ['post', 'shop'] };
 * const closed = { step: 'closed', text: 'the day is closed', why: () => 'closed' };
 * const { candidates, funnel } = pair({
 *   axes, text: 'every errand on every day', filters: [{ ...closed, removes: (at) => axes.day[at.day] === 'sun' }],
 * });
 * [...candidates.id] // [0, 1]
 * funnel[1] // { step: 'closed', removed: 2, left: 2, text: 'the day is closed' }
 */
export function pair<A extends string>({ axes, filters: unsorted, text, levels, relaxed }: Pairing<A>): Paired<A> {
  const names = Object.keys(axes) as A[];
  const sizes = names.map((name) => axes[name].length);
  // A question about leaves alone is asked at the last axis.
  const depthOf = ({ on }: Filter<A>) => Math.max(...(on ?? names).map((name) => names.indexOf(name)));
  const filters = levels ? unsorted : unsorted.toSorted((a, b) => depthOf(a) - depthOf(b));
  const ends = sizes.map((_, depth) => filters.filter((filter) => depthOf(filter) === depth));
  const firstAt = ends.map((_, depth) => filters.findIndex((filter) => depthOf(filter) === depth));
  const below = sizes.map((_, depth) => sizes.slice(depth + 1).reduce((product, size) => product * size, 1));
  const columns = names.map((): number[] => []);
  const raised: number[] = [];
  const lost = new Float64Array(filters.length);
  const at = Object.fromEntries(names.map((name) => [name, 0])) as Record<A, number>;
  let further = 0;
  const enter = (level: number) => {
    names.forEach((name, k) => {
      columns[k]!.push(at[name]);
    });
    raised.push(level);
    if (level > 0) further++;
  };
  const leveled = (own: Levels<A>) => {
    const removedBy = (lifted: readonly string[]) =>
      filters.findIndex((filter) => !(filter.lifts && lifted.includes(filter.lifts)) && filter.removes(at));
    const first = removedBy([]);
    const entered = own(at, first, removedBy);
    if (first >= 0 && !entered.includes(0)) lost[first]!++;
    for (const level of entered) enter(level);
  };
  const walk = (depth: number) => {
    const name = names[depth]!;
    const asks = levels ? [] : ends[depth]!;
    const last = depth === names.length - 1;
    for (let index = 0; index < sizes[depth]!; index++) {
      at[name] = index;
      const removed = asks.findIndex((filter) => filter.removes(at));
      if (removed >= 0) lost[firstAt[depth]! + removed]! += below[depth]!;
      else if (!last) walk(depth + 1);
      else if (levels) leveled(levels);
      else enter(0);
    }
  };
  if (names.length > 0) walk(0);
  const candidates = {
    count: raised.length,
    level: Uint8Array.from(raised),
    ...Object.fromEntries(names.map((name, k) => [name, Int32Array.from(columns[k]!)])),
  } as Candidates<A>;
  const all = sizes.reduce((product, size) => product * size, 1);
  return { candidates, filters, funnel: funnelOf({ all, text, filters, lost, further, relaxed }) };
}

interface Losses<A extends string> {
  readonly all: number;
  readonly text: string;
  readonly filters: readonly Filter<A>[];
  readonly lost: Float64Array;
  readonly further: number;
  readonly relaxed: string | undefined;
}

function funnelOf<A extends string>({ all, text, filters, lost, further, relaxed }: Losses<A>): readonly FunnelStep[] {
  let left = all;
  const steps: FunnelStep[] = [{ step: 'pairs', removed: 0, left, text }];
  filters.forEach((filter, f) => {
    left -= lost[f]!;
    steps.push({ step: filter.step, removed: lost[f]!, left, text: filter.text });
  });
  if (further > 0)
    steps.push({ step: 'relaxed', removed: -further, left: left + further, text: relaxed ?? 'where rules give way' });
  return steps;
}
