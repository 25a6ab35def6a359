import type { PlainLimits, PlainModel } from '../../src/audit/plain.ts';
import { priceOf } from '../../src/audit/price.ts';

/** A model of a few columns, written as lists. */
export function tiny(
  score: readonly number[],
  limits: readonly Omit<PlainLimits, 'label'>[],
  more: { readonly unit?: number; readonly auxiliary?: { readonly most: number[]; readonly score: number[] } } = {},
): PlainModel {
  const { auxiliary } = more;
  return {
    unit: more.unit ?? 1,
    candidates: score.length,
    score: Float64Array.from(score),
    limits: limits.map((each) => ({ ...each, label: (group: number) => `${each.rule} ${group}` })),
    ...(auxiliary && {
      auxiliary: {
        count: auxiliary.most.length,
        most: Float64Array.from(auxiliary.most),
        score: Float64Array.from(auxiliary.score),
      },
    }),
  };
}

/** The best net score by trying every schedule; undefined when none holds the hard limits. */
export function bestByTrying(model: PlainModel): number | undefined {
  let best: number | undefined;
  const helpers = model.auxiliary?.most ?? [];
  for (let set = 0; set < 2 ** model.candidates; set++) {
    const chosen = Array.from({ length: model.candidates }, (_, j) => j).filter((j) => (set >> j) & 1);
    for (const values of everyValue([...helpers])) {
      const { net, broken } = priceOf(model, chosen, Float64Array.from(values));
      if (broken.length === 0 && (best === undefined || net > best)) best = net;
    }
  }
  return best;
}

function everyValue(most: readonly number[]): number[][] {
  const [first, ...rest] = most;
  if (first === undefined) return [[]];
  return everyValue(rest).flatMap((values) => Array.from({ length: first + 1 }, (_, value) => [value, ...values]));
}

/** Whole numbers from 0 to below `end`, the same ones for the same seed (a linear congruential generator). */
export function dice(seed: number): (end: number) => number {
  let state = seed >>> 0;
  return (end) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  };
}
