import { total } from './measures.ts';

/** Millionths of a point: what is priced in fractions of a point is counted in them, so that sums stay whole. */
export const MICRO = 1_000_000;

/** `price` for each unit beyond `at`. */
export interface Hinge {
  readonly at: number;
  readonly price: number;
}

/**
 * What is used beyond a limit; nothing where there is none.
 *
 * @example
 * [over(12, 10), over(8, 10), over(12, null)] // [2, 0, 0]
 */
export function over(use: number, limit: number | null): number {
  return limit === null ? 0 : Math.max(0, use - limit);
}

/**
 * The penalty of a use: each hinge charges for what lies beyond it.
 *
 * @example
 * chargeOf(3, [{ at: 1, price: 200 }, { at: 2, price: 400 }]) // 800
 */
export function chargeOf(use: number, hinges: readonly Hinge[]): number {
  return total(hinges.map(({ at, price }) => price * over(use, at)));
}

/**
 * Each penalty, their sum and the net score, in points. Everything is added up in whole numbers, `unit` of them a
 * point, and divided once at the end, so that the net score is exact.
 *
 * @example
 * netOf({ raw: 900, penalties: { cap_penalty: 200 }, unit: 1 })
 * // { cap_penalty: 200, total_penalties: 200, net_score: 700 }
 */
export function netOf<P extends string>({
  raw = 0,
  penalties,
  unit,
}: {
  readonly raw?: number;
  readonly penalties: Readonly<Record<P, number>>;
  readonly unit: number;
}): Readonly<Record<P | 'total_penalties' | 'net_score', number>> {
  const names = Object.keys(penalties) as P[];
  const taken = total(names.map((name) => penalties[name]));
  const points = names.map((name) => [name, penalties[name] / unit] as const);
  return {
    ...(Object.fromEntries(points) as Record<P, number>),
    total_penalties: taken / unit,
    net_score: (raw - taken) / unit,
  };
}
