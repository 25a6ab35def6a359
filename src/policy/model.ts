import type { Auxiliary, Block, Hinge, Limits, Model, Priority } from '../kernel/model.ts';
import { hashOf, joinHashes } from '../kernel/ties.ts';
import { Refusal } from '../problems/problem.ts';
import type { Settings } from '../scenario/scenario.ts';
import type { Axes, Candidates } from './candidates.ts';
import type { BoundRule } from './rule.ts';

/** What a model is put together from. Scores and prices are in points. */
export interface Ingredients<A extends string> {
  readonly axes: Axes<A>;
  readonly all: Candidates<A>;
  readonly score: Float64Array;
  readonly rules: readonly BoundRule<A>[];
  readonly settings: Settings;
  readonly priorities?: readonly Priority[] | undefined;
  /** Whether candidates have levels, so that two of them may have the same values. */
  readonly leveled: boolean;
}

/** A model, and which limits each rule has set: for each rule the names that its limits have. */
export interface RuledModel {
  readonly model: Model;
  readonly names: readonly (readonly string[])[];
}

/** The model of these candidates under these rules, in whole objective units. */
export function modelOf<A extends string>(ingredients: Ingredients<A>): RuledModel {
  const { all, score, rules, settings, priorities } = ingredients;
  const limits: Limits[] = [];
  const names: (readonly string[])[] = [];
  const blocks: Block[] = [];
  let columns = all.count;
  for (const { limits: limit } of rules) {
    const own = limit(all, settings, columns);
    checkLimits(own.limits, columns + (own.helpers ?? 0));
    limits.push(...own.limits);
    names.push([...new Set(own.limits.map(({ rule }) => rule))]);
    blocks.push(...(own.blocks ?? []));
    columns += own.helpers ?? 0;
  }
  const unit = unitFor(score, limits);
  const helpers = columns - all.count;
  const model: Model = {
    unit,
    candidates: all.count,
    score: score.map((points) => Math.round(points * unit)),
    tie: tieHashes(ingredients),
    limits: limits.map((own) => inUnits(own, unit)),
    ...(priorities && { priorities }),
    ...(helpers > 0 && { auxiliary: helperColumns(helpers, blocks) }),
  };
  return { model, names };
}

/** Refuses limits whose columns do not fit each other: the solver would read past their ends, or ignore a part. */
function checkLimits(all: readonly Limits[], columns: number): void {
  const problems = all.flatMap(({ rule, groups, members, most, least, over = [], under = [] }) => {
    const of = (what: string) => [{ message: `the rule ${rule} sets limits whose ${what}` }];
    const sides = [most, least, ...[...over, ...under].map(({ at }) => at)].filter((side) => side !== undefined);
    const short = sides.find(({ length }) => length !== groups);
    if (short) return of(`bounds are ${short.length}, and its groups ${groups}`);
    if (members.use && members.use.length !== members.group.length)
      return of(`uses are ${members.use.length}, and its members ${members.group.length}`);
    if (!('start' in members) && members.group.length > columns)
      return of(`members are ${members.group.length}, and there are ${columns} candidates`);
    const strange = members.group.find((group) => group >= groups || group < -1);
    return strange === undefined ? [] : of(`members name the group ${strange}, and there are ${groups}`);
  });
  if (problems.length > 0) throw new Refusal(problems);
}

const helperColumns = (count: number, blocks: readonly Block[]): Auxiliary => ({
  count,
  ...(blocks.length > 0 && { blocks }),
  most: new Float64Array(count).fill(1),
  score: new Float64Array(count),
});

const UNITS = [1, 10, 100, 1000, 10_000];

/**
 * How many objective units make a point, so that all scores and prices are whole numbers of them.
 *
 * @throws RangeError where a score or price has more than four decimals.
 */
function unitFor(score: Float64Array, limits: readonly Limits[]): number {
  const prices = limits.flatMap(({ over = [], under = [] }) => [...over, ...under].map(({ price }) => price));
  const whole = (unit: number) => (points: number) => Math.abs(points * unit - Math.round(points * unit)) < 1e-6;
  const unit = UNITS.find((each) => prices.every(whole(each)) && score.every(whole(each)));
  if (unit === undefined) throw new RangeError('a score or a price in points has more than four decimals');
  return unit;
}

function inUnits(limits: Limits, unit: number): Limits {
  const scaled = (hinges: readonly Hinge[]) => hinges.map(({ at, price }) => ({ at, price: Math.round(price * unit) }));
  return {
    ...limits,
    ...(limits.over && { over: scaled(limits.over) }),
    ...(limits.under && { under: scaled(limits.under) }),
  };
}

/** A hash of each candidate's values, level and the seed: it decides among schedules of equal net score. */
function tieHashes<A extends string>({ axes, all, settings, leveled }: Ingredients<A>): Uint32Array {
  const { seed } = settings.solver;
  const [first, ...others] = (Object.keys(axes) as A[]).map((name) => ({
    column: all[name] as Int32Array,
    hashes: axes[name].map((value) => hashOf(value, seed)),
  }));
  const ties = new Uint32Array(all.count);
  for (let j = 0; j < all.count; j++) {
    let hash = first!.hashes[first!.column[j]!]!;
    for (const { column, hashes } of others) hash = joinHashes(hash, hashes[column[j]!]!);
    ties[j] = leveled ? joinHashes(hash, all.level[j]!) : hash;
  }
  return ties;
}
