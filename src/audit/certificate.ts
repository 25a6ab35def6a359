import { Refusal } from '../problems/problem.ts';
import { columnsOf, integer, mostOf, type PlainLimits, type PlainModel, scoreOf, visitAll, whole } from './plain.ts';

/** The certificate counts in billionths of an objective unit, as shadow prices are billionths of a point. */
export const BILLION = 1_000_000_000;

/**
 * An upper bound on the net score of every schedule, proven by shadow prices alone, in billionths of an objective
 * unit. `prices`: for each limits entry, for each group, whole billionths of a point for one unit of use. Any prices
 * prove a bound; good ones prove a tight one. Null: the limits cannot hold together at all, so no schedule exists.
 *
 * Lagrangian duality with conjugate penalties (Rockafellar, "Convex Analysis", section 28). For any prices y,
 * adding and taking away Σ y·use gives, with n the use of a group and pen its penalty:
 *
 *     net ≤ Σ_columns most·max(0, score - Σ y·use)  +  Σ_groups max over attainable n of (y·n - pen(n))
 *
 * Use is attainable within the hard limits, between what its members can take away and add, and only in multiples
 * of the greatest common divisor of their uses: a budget whose loans cost the same is bought by the whole loan. That
 * last part often closes the gap which the linear relaxation leaves.
 *
 * Exact: a column's worth is computed in doubles only where all magnitudes are first shown to stay below 2^53, where
 * doubles add, subtract and multiply whole numbers without rounding; otherwise, and for sums, in big integers. No
 * amount is too large.
 *
 * Throws `Refusal` for fractional scores, uses, hinges or prices, and for prices that do not match the limits.
 *
 * @example
 * certify({ unit: 1, candidates: 2, score: Float64Array.of(5, 3), limits: [] }, []) // 8000000000n
 */
export function certify(model: PlainModel, prices: readonly Float64Array[]): bigint | null {
  checkPrices(model, prices);
  let bound = columnsBound(model, prices);
  for (const [index, limits] of model.limits.entries()) {
    const best = groupsBound(model, limits, prices[index]!);
    if (best === null) return null;
    bound += best;
  }
  return bound;
}

function checkPrices(model: PlainModel, prices: readonly Float64Array[]): void {
  whole(model.unit, () => 'the objective unit');
  if (prices.length !== model.limits.length) {
    throw new Refusal([
      { message: `${prices.length} sets of shadow prices for ${model.limits.length} sets of limits` },
    ]);
  }
  for (const [index, { rule, groups, label }] of model.limits.entries()) {
    const set = prices[index]!;
    if (set.length !== groups) {
      throw new Refusal([{ message: `${set.length} shadow prices for the ${groups} limits of ${rule}` }]);
    }
    for (let group = 0; group < groups; group++) {
      integer(set[group]!, () => `the shadow price of ${rule}, ${label(group)},`);
    }
  }
}

/** Σ most·max(0, score - Σ y·use). */
function columnsBound(model: PlainModel, prices: readonly Float64Array[]): bigint {
  if (largestWorth(model, prices) > Number.MAX_SAFE_INTEGER) return columnsBoundInBigIntegers(model, prices);
  const worth = Float64Array.from({ length: columnsOf(model) }, (_, column) => scoreOf(model, column) * BILLION);
  for (const [index, { members }] of model.limits.entries()) {
    const price = prices[index]!.map((each) => each * model.unit);
    visitAll(members, worth.length, (group, use, column) => {
      worth[column]! -= price[group]! * use;
    });
  }
  return positiveSum(model, worth);
}

/** The score of a column, however large; refused where it is a fraction. */
export const wholeScore = (model: PlainModel, column: number): number =>
  integer(scoreOf(model, column), () => `the score of column ${column}`);

/**
 * No partial result of any column's worth is larger than this. Itself computed in doubles, and safe: it adds positive
 * numbers, and rounding cannot carry such a sum from above 2^53 back below it.
 */
function largestWorth(model: PlainModel, prices: readonly Float64Array[]): number {
  let score = 0;
  for (let column = 0; column < columnsOf(model); column++) {
    score = Math.max(score, Math.abs(wholeScore(model, column)));
  }
  let bound = score * BILLION;
  for (const [index, limits] of model.limits.entries()) {
    const price = prices[index]!.reduce((most, each) => Math.max(most, Math.abs(each)), 0) * model.unit;
    bound += price * largestUse(limits) * mostGroupsOfAColumn(limits);
  }
  return bound;
}

function largestUse({ rule, members }: PlainLimits): number {
  let most = members.use === undefined ? 1 : 0;
  for (const use of members.use ?? []) most = Math.max(most, Math.abs(integer(use, () => `a use in ${rule}`)));
  return most;
}

function mostGroupsOfAColumn({ members }: PlainLimits): number {
  if (!('start' in members)) return 1;
  let most = 0;
  for (let column = 1; column < members.start.length; column++) {
    most = Math.max(most, members.start[column]! - members.start[column - 1]!);
  }
  return most;
}

/** Σ most·max(0, worth): in doubles until the sum of the candidates could leave the exact range, then carried over. */
function positiveSum(model: PlainModel, worth: Float64Array): bigint {
  let carried = 0n;
  let sum = 0;
  for (let column = 0; column < model.candidates; column++) {
    const own = worth[column]!;
    if (own <= 0) continue;
    if (own > Number.MAX_SAFE_INTEGER - sum) {
      carried += BigInt(sum);
      sum = 0;
    }
    sum += own;
  }
  for (let column = model.candidates; column < worth.length; column++) {
    if (worth[column]! > 0) carried += BigInt(worth[column]!) * BigInt(mostOf(model, column));
  }
  return carried + BigInt(sum);
}

/** The same for magnitudes that doubles cannot hold: slower, and hardly ever needed. */
function columnsBoundInBigIntegers(model: PlainModel, prices: readonly Float64Array[]): bigint {
  const worth = Array.from(
    { length: columnsOf(model) },
    (_, column) => BigInt(scoreOf(model, column)) * BigInt(BILLION),
  );
  for (const [index, { members }] of model.limits.entries()) {
    const price = Array.from(prices[index]!, (each) => BigInt(each) * BigInt(model.unit));
    visitAll(members, worth.length, (group, use, column) => {
      worth[column]! -= price[group]! * BigInt(use);
    });
  }
  return worth.reduce((sum, own, column) => (own > 0n ? sum + own * BigInt(mostOf(model, column)) : sum), 0n);
}

/** How far the use of a group can go with all its members at their most, and what divides it. */
interface Reach {
  readonly low: bigint;
  readonly high: bigint;
  readonly step: bigint;
}

function reachOf(model: PlainModel, { groups, members }: PlainLimits): (group: number) => Reach {
  const low = new Float64Array(groups);
  const high = new Float64Array(groups);
  const step = new Float64Array(groups);
  visitAll(members, columnsOf(model), (group, use, column) => {
    const furthest = use * mostOf(model, column);
    if (furthest === 0) return;
    if (furthest > 0) high[group]! += furthest;
    else low[group]! += furthest;
    if (Math.abs(use) !== step[group]!) step[group] = greatestDivisor(Math.abs(use), step[group]!);
  });
  const isExact = high.every((value, group) => value - low[group]! <= Number.MAX_SAFE_INTEGER);
  const ends = isExact ? [Array.from(low, BigInt), Array.from(high, BigInt)] : largeEnds(model, members, groups);
  return (group) => ({
    low: ends[0]![group]!,
    high: ends[1]![group]!,
    step: BigInt(Math.max(1, step[group]!)),
  });
}

/** The ends of each group's reach where doubles cannot hold them. */
function largeEnds(model: PlainModel, members: PlainLimits['members'], groups: number): readonly bigint[][] {
  const low = new Array<bigint>(groups).fill(0n);
  const high = new Array<bigint>(groups).fill(0n);
  visitAll(members, columnsOf(model), (group, use, column) => {
    const furthest = BigInt(use) * BigInt(mostOf(model, column));
    if (furthest > 0n) high[group]! += furthest;
    else low[group]! += furthest;
  });
  return [low, high];
}

/** Σ over the groups of max (y·n - pen(n)); null where a group has no attainable use. */
function groupsBound(model: PlainModel, limits: PlainLimits, prices: Float64Array): bigint | null {
  const reach = reachOf(model, limits);
  let sum = 0n;
  for (let group = 0; group < limits.groups; group++) {
    const uses = decisiveUses(limits, group, reach(group));
    if (uses.length === 0) return null;
    const price = BigInt(prices[group]!) * BigInt(model.unit);
    let best: bigint | undefined;
    for (const use of uses) {
      const value = price * use - penaltyOf(limits, group, use) * BigInt(BILLION);
      if (best === undefined || value > best) best = value;
    }
    sum += best!;
  }
  return sum;
}

/**
 * The attainable uses among which y·n - pen(n) is greatest whatever y is: the function is concave and bends only at
 * the hinges, so its best multiple of the step is an end of the range or stands right beside a hinge.
 */
function decisiveUses(limits: PlainLimits, group: number, { low, high, step }: Reach): readonly bigint[] {
  const least = limits.least?.[group] ?? -Infinity;
  const most = limits.most?.[group] ?? Infinity;
  if (least === Infinity || most === -Infinity) return [];
  const lowest = least === -Infinity ? low : larger(low, BigInt(Math.ceil(least)));
  const highest = most === Infinity ? high : -larger(-high, BigInt(-Math.floor(most)));
  const first = ceilTo(lowest, step);
  const last = floorTo(highest, step);
  if (first > last) return [];
  const uses = [first, last];
  for (const { at } of [...(limits.over ?? []), ...(limits.under ?? [])]) {
    if (!Number.isFinite(at[group]!)) continue;
    const bend = BigInt(integer(at[group]!, () => `a hinge of ${limits.rule}`));
    if (bend > first && bend < last) uses.push(floorTo(bend, step), ceilTo(bend, step));
  }
  return uses;
}

const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);

/** The penalty of a group at a use, in objective units. */
export function penaltyOf(limits: PlainLimits, group: number, use: bigint): bigint {
  let penalty = 0n;
  for (const { at, price } of limits.over ?? []) penalty += beyond(limits, price, use, at[group]!);
  for (const { at, price } of limits.under ?? []) penalty += beyond(limits, price, -use, -at[group]!);
  return penalty;
}

function beyond({ rule }: PlainLimits, price: number, use: bigint, at: number): bigint {
  // A price below 0 would make the penalty concave, and its best use could then lie between the hinges.
  if (price < 0) throw new Refusal([{ message: `the penalty of ${rule} is ${price}, below 0` }]);
  // JavaScript compares a big integer with a double exactly.
  if (use <= at) return 0n;
  const units = use - BigInt(integer(at, () => `a hinge of ${rule}`));
  return BigInt(integer(price, () => `the penalty of ${rule}`)) * units;
}

/** The largest multiple of `step` that is not above `value`. */
function floorTo(value: bigint, step: bigint): bigint {
  const rest = value % step;
  return value - (rest < 0n ? rest + step : rest);
}

/** The smallest multiple of `step` that is not below `value`. */
const ceilTo = (value: bigint, step: bigint): bigint => -floorTo(-value, step);

/**
 * Greatest common divisor of whole numbers from 0 up.
 *
 * @example
 * greatestDivisor(12, 18) // 6
 * greatestDivisor(0, 7) // 7
 */
export function greatestDivisor(a: number, b: number): number {
  let [large, small] = [a, b];
  while (small !== 0) [large, small] = [small, large % small];
  return large;
}
