import { cholesky, logDeterminant, type Matrix, solved } from './matrix.ts';

/** A row: its columns, and 1 for a success or 0. */
export interface LogisticRow {
  readonly x: readonly number[];
  readonly y: number;
}

/** How strongly coefficients are held at 0; the marginal likelihood chooses. */
const RIDGES = [0.3, 1, 3, 10, 30, 100, 300] as const;

/** A logistic regression: coefficients of standardised columns, and how these were standardised. */
export interface LogisticFit {
  readonly base: number;
  readonly slopes: readonly number[];
  readonly means: readonly number[];
  readonly deviations: readonly number[];
  /** The ridge penalty that the rows find likeliest. */
  readonly ridge: number;
}

const chanceOf = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** The chance that a fit gives to a row. */
export const logisticChance = ({ base, slopes, means, deviations }: LogisticFit, x: readonly number[]): number =>
  chanceOf(x.reduce((sum, value, i) => sum + (slopes[i]! * (value - means[i]!)) / deviations[i]!, base));

/**
 * Fits a logistic regression on standardised columns with a ridge penalty (Hoerl and Kennard 1970), by Newton's steps.
 *
 * @param ridges penalties to choose among, by the marginal likelihood in Laplace's approximation
 */
export function fitLogistic(rows: readonly LogisticRow[], ridges: readonly number[] = RIDGES): LogisticFit {
  const width = rows[0]?.x.length ?? 0;
  const columns = Array.from({ length: width }, (_, i) => rows.map(({ x }) => x[i]!));
  const means = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / rows.length);
  const deviations = columns.map(
    (column, i) => Math.sqrt(column.reduce((sum, value) => sum + (value - means[i]!) ** 2, 0) / rows.length) || 1,
  );
  const standard = rows.map(({ x, y }) => ({ x: x.map((value, i) => (value - means[i]!) / deviations[i]!), y }));
  const all = ridges.map((ridge) => ({ ...newton(standard, width, ridge), ridge }));
  const best = all.reduce((one, other) => (other.evidence > one.evidence ? other : one));
  return { base: best.effects[0]!, slopes: [...best.effects.slice(1)], means, deviations, ridge: best.ridge };
}

function newton(rows: readonly { readonly x: readonly number[]; readonly y: number }[], width: number, ridge: number) {
  const size = width + 1;
  const effects = new Float64Array(size);
  // The base is hardly held: only so far that rows of one outcome do not send it to infinity.
  const held = Float64Array.from({ length: size }, (_, i) => (i === 0 ? 0.1 : ridge));
  let lower: Matrix = new Float64Array(size * size);
  for (let step = 0; step < 25; step++) {
    const gradient = held.map((strength, i) => -strength * effects[i]!);
    const hessian = new Float64Array(size * size);
    for (let i = 0; i < size; i++) hessian[i * size + i] = held[i]!;
    for (const { x, y } of rows) {
      const p = chanceOf(x.reduce((sum, value, i) => sum + value * effects[i + 1]!, effects[0]!));
      for (let i = 0; i < size; i++) {
        const one = i === 0 ? 1 : x[i - 1]!;
        gradient[i]! += one * (y - p);
        for (let j = 0; j <= i; j++) hessian[i * size + j]! += one * (j === 0 ? 1 : x[j - 1]!) * p * (1 - p);
      }
    }
    for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) hessian[j * size + i] = hessian[i * size + j]!;
    lower = cholesky(hessian, size);
    const change = solved(lower, gradient);
    for (let i = 0; i < size; i++) effects[i]! += Math.max(-2, Math.min(2, change[i]!));
    if (change.every((value) => Math.abs(value) < 1e-8)) break;
  }
  let evidence = -0.5 * logDeterminant(lower, size);
  for (let i = 0; i < size; i++) evidence += 0.5 * Math.log(held[i]!) - 0.5 * held[i]! * effects[i]! ** 2;
  for (const { x, y } of rows) {
    const p = chanceOf(x.reduce((sum, value, i) => sum + value * effects[i + 1]!, effects[0]!));
    evidence += Math.log(Math.max(1e-300, y === 1 ? p : 1 - p));
  }
  return { effects, evidence };
}
