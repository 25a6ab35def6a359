import { blockBootstrap, type Estimate, quantile } from './maths/bootstrap.ts';
import { fitLogistic, type LogisticFit, type LogisticRow, logisticChance } from './maths/logistic.ts';
import { below, stream } from './maths/random.ts';
import { blocksOf, folds } from './rolling.ts';

/**
 * One decision of the past: what its score was made of, before weights, and whether it went well.
 *
 * @example
 * const row = { at: 0, terms: { rank: 3 }, success: true };
 * learnWeights([row], { weights: { rank: 1 } }).samples // 1
 */
export interface ScoredRow {
  /** Seconds since 1970 in UTC: only the order counts. */
  readonly at: number;
  /** The value of each term; the same terms in every row. */
  readonly terms: Readonly<Record<string, number>>;
  readonly success: boolean;
}

/**
 * What outcomes say of the weight of one term.
 *
 * @example
 * const [finding] = learnWeights([], { weights: { rank: 1 } }).terms;
 * [finding.term, finding.now, finding.change] // ['rank', 1, 'none']
 */
export interface WeightFinding {
  readonly term: string;
  readonly now: number;
  /** The weight that outcomes suggest, on the scale of the present ones, with its interval of 95 %. */
  readonly suggested: Estimate;
  /** Whether outcomes support it: only where the new weights won the test, and the interval leaves out today's weight. */
  readonly change: 'raise' | 'lower' | 'none';
}

/** How well one score foretold outcomes that it had not seen. */
export interface WeightScore {
  readonly name: 'mean' | 'present' | 'suggested';
  readonly brier: number;
  readonly logLoss: number;
}

/**
 * What outcomes say of weights. It is a proposal: nothing is changed by it.
 *
 * @example
 * learnWeights([], { weights: { rank: 1 } }).test // null
 */
export interface WeightsLearnt {
  readonly samples: number;
  /** `few`: fewer than 50 rows. `none`: no change can be supported. `change`: other weights foretell better. */
  readonly verdict: 'few' | 'none' | 'change';
  readonly terms: readonly WeightFinding[];
  readonly test: {
    readonly tested: number;
    readonly scores: readonly WeightScore[];
    /** By how much the Brier score of the suggested weights is less than that of the present ones, and of the mean. */
    readonly onPresent: Estimate;
    readonly onMean: Estimate;
  } | null;
}

const FEWEST_ROWS = 50;
const REFITS = 200;
const LEVEL = 0.95;

/**
 * Asks outcomes which weights they support: a logistic regression on standardised terms, held back by a ridge penalty
 * (Hoerl and Kennard 1970). It is tested in order of time against the score of the present weights and against the
 * overall mean. Weights are relative: suggested ones have the same sum of |weight| × deviation of its term as the
 * present ones. Where outcomes do not show that other weights foretell better, no change is supported.
 *
 * @example
 * learnWeights([], { weights: { rank: 1, near: 2 } }).verdict // 'few'
 */
export function learnWeights(
  rows: readonly ScoredRow[],
  { weights, seed = 1 }: { readonly weights: Readonly<Record<string, number>>; readonly seed?: number },
): WeightsLearnt {
  const names = Object.keys(weights).sort();
  const sorted = ordered(rows, names);
  const present = names.map((name) => weights[name]!);
  const test = sorted.length < FEWEST_ROWS ? null : tested(sorted, present, seed);
  const wins = test !== null && test.onPresent.low > 0 && test.onMean.low > 0;
  const intervals = intervalsOf(sorted, present, seed);
  const terms = names.map((term, at): WeightFinding => {
    const [now, suggested] = [present[at]!, intervals[at]!];
    const change = !wins ? 'none' : suggested.low > now ? 'raise' : suggested.high < now ? 'lower' : 'none';
    return { term, now, suggested, change };
  });
  const verdict = test === null ? 'few' : terms.some(({ change }) => change !== 'none') ? 'change' : 'none';
  return { samples: sorted.length, verdict, terms, test };
}

/** A row as numbers: terms in the order of their names. */
interface Row extends LogisticRow {
  readonly at: number;
}

function ordered(rows: readonly ScoredRow[], names: readonly string[]): readonly Row[] {
  return rows
    .map(({ at, terms, success }): Row => ({ at, x: names.map((name) => terms[name] ?? 0), y: success ? 1 : 0 }))
    .sort((a, b) => a.at - b.at || a.y - b.y || compared(a.x, b.x));
}

function compared(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

/** The present score as the only column: it is allowed its best scale, so that only the proportions are tested. */
const asScore = (rows: readonly Row[], present: readonly number[]): readonly Row[] =>
  rows.map((row) => ({ ...row, x: [row.x.reduce((sum, value, i) => sum + value * present[i]!, 0)] }));

function tested(rows: readonly Row[], present: readonly number[], seed: number): WeightsLearnt['test'] {
  const scored = asScore(rows, present);
  const parts = folds(rows.map(({ at }) => at));
  if (parts.length === 0) return null;
  const each = parts.flatMap(({ from, to }) => {
    const before = rows.slice(0, from);
    const [own, old] = [fitLogistic(before), fitLogistic(scored.slice(0, from))];
    const mean = (before.reduce((sum, { y }) => sum + y, 0) + 1) / (before.length + 2);
    return rows.slice(from, to).map(({ at, x, y }, i) => ({
      ...{ at, y },
      chances: [mean, logisticChance(old, scored[from + i]!.x), logisticChance(own, x)] as const,
    }));
  });
  const blockOf = blocksOf(each);
  const gain = (than: 0 | 1): Estimate => {
    const sums = Array.from({ length: Math.max(...blockOf) + 1 }, () => [0, 0]);
    for (const [i, { y, chances }] of each.entries()) {
      const sum = sums[blockOf[i]!]!;
      sum[0]! += 1;
      sum[1]! += (y - chances[than]) ** 2 - (y - chances[2]) ** 2;
    }
    return blockBootstrap(sums, ([count, sum]) => (count === 0 ? null : sum! / count!), { seed, level: LEVEL })!;
  };
  const average = (of: (row: (typeof each)[number]) => number) =>
    each.reduce((sum, row) => sum + of(row), 0) / each.length;
  const scores = (['mean', 'present', 'suggested'] as const).map((name, at) => ({
    name,
    brier: average(({ y, chances }) => (y - chances[at]!) ** 2),
    logLoss: average(({ y, chances }) => -Math.log(Math.max(1e-12, y === 1 ? chances[at]! : 1 - chances[at]!))),
  }));
  return { tested: each.length, scores, onPresent: gain(1), onMean: gain(0) };
}

/** Suggested weights: coefficients of terms as they are, on the scale of the present weights. */
function suggestedOf({ slopes, deviations }: LogisticFit, present: readonly number[]): readonly number[] {
  const sum = (of: (i: number) => number) => slopes.reduce((all, _, i) => all + of(i), 0);
  const whole = sum((i) => Math.abs(present[i]!) * deviations[i]!);
  const own = sum((i) => Math.abs(slopes[i]!));
  return slopes.map((slope, i) => (own === 0 ? present[i]! : ((slope / deviations[i]!) * whole) / own));
}

/** Fits again on draws of whole blocks of time. */
function intervalsOf(rows: readonly Row[], present: readonly number[], seed: number): readonly Estimate[] {
  if (rows.length < 2) return present.map((value) => ({ value, low: value, high: value }));
  const whole = fitLogistic(rows);
  const blockOf = blocksOf(rows);
  const blocks = Array.from({ length: Math.max(...blockOf) + 1 }, (): Row[] => []);
  for (const [i, row] of rows.entries()) blocks[blockOf[i]!]!.push(row);
  const unit = stream(seed);
  const draws = Array.from({ length: REFITS }, () => {
    const drawn = blocks.flatMap(() => blocks[below(unit, blocks.length)]!);
    return suggestedOf(fitLogistic(drawn.length < 2 ? rows : drawn, [whole.ridge]), present);
  });
  return suggestedOf(whole, present).map((value, i) => {
    const sorted = draws.map((draw) => draw[i]!).sort((a, b) => a - b);
    return { value, low: quantile(sorted, (1 - LEVEL) / 2), high: quantile(sorted, (1 + LEVEL) / 2) };
  });
}
