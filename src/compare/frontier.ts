/** Which way is better, for one of several measures. */
export type Direction = 'more' | 'less';

/**
 * Which of several outcomes no other dominates: none is at least as good in every measure and better in one. Numbers
 * are compared as they are, without a tolerance. Equal outcomes do not dominate each other; one that lacks a measure
 * is on no frontier and dominates nothing.
 *
 * @param outcomes for each outcome, its value in each measure
 * @param aims for each measure, which way is better
 * @example
 * efficient([[9, 1], [7, 3], [6, 2]], ['more', 'more']) // [true, true, false]
 */
export function efficient(
  outcomes: readonly (readonly (number | null)[])[],
  aims: readonly Direction[],
): readonly boolean[] {
  const whole = outcomes.map((outcome) => (outcome.every((value) => value !== null) ? outcome : null));
  return whole.map((own) => own !== null && !whole.some((other) => other !== null && dominates(other, own, aims)));
}

function dominates(a: readonly number[], b: readonly number[], aims: readonly Direction[]): boolean {
  const gains = aims.map((aim, k) => (aim === 'more' ? Math.sign(a[k]! - b[k]!) : Math.sign(b[k]! - a[k]!)));
  return gains.every((gain) => gain >= 0) && gains.some((gain) => gain > 0);
}
