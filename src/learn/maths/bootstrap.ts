import { below, stream } from './random.ts';

/**
 * A figure with the interval that it lies in, by the bootstrap.
 *
 * @example
 * const rows = [1, 2].map((at) => ({ at, terms: { rank: at }, success: at > 1 }));
 * learnWeights(rows, { weights: { rank: 3 } }).terms[0].suggested.value // 3
 */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Sums over one block of time, from which figures are ratios: `counts[i]` and what else a figure needs. */
export type BlockSums = readonly (readonly number[])[];

const DRAWS = 1000;

/**
 * The bootstrap of whole blocks of time (Künsch 1989, with blocks that do not overlap): figures of 1,000 draws of as
 * many blocks as there are. The interval holds the middle `level` of the draws.
 *
 * @param sums a row of sums for each block
 * @param figure a figure of summed rows; null where it is not defined for a draw
 * @returns null where the figure is not defined for the blocks as they are, or in more than half of the draws
 */
export function blockBootstrap(
  sums: BlockSums,
  figure: (sum: readonly number[]) => number | null,
  { seed, level = 0.95 }: { readonly seed: number; readonly level?: number },
): Estimate | null {
  const value = figure(added(sums, sums.keys()));
  if (value === null) return null;
  const unit = stream(seed);
  const draws = Array.from({ length: DRAWS }, () =>
    figure(
      added(
        sums,
        sums.map(() => below(unit, sums.length)),
      ),
    ),
  )
    .filter((drawn) => drawn !== null)
    .sort((a, b) => a - b);
  if (draws.length < DRAWS / 2) return null;
  const tail = (1 - level) / 2;
  return { value, low: quantile(draws, tail), high: quantile(draws, 1 - tail) };
}

/** The value below which a share of sorted values lies, between the two nearest. */
export function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return low + (high - low) * (at - Math.floor(at));
}

function added(sums: BlockSums, blocks: Iterable<number>): readonly number[] {
  const whole = new Array<number>(sums[0]?.length ?? 0).fill(0);
  for (const block of blocks) for (const [i, value] of sums[block]!.entries()) whole[i]! += value;
  return whole;
}
