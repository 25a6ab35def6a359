/**
 * Rounded half up to so many decimals.
 *
 * @example
 * rounded(2 / 3, 4) // 0.6667
 */
export function rounded(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale;
}

/**
 * A part of a whole as a fraction. Of nothing it is 0; where there is no whole to speak of, it is null.
 *
 * @example
 * [shareOf(1, 3, 4), shareOf(0, 0, 4), shareOf(5, null, 4)] // [0.3333, 0, null]
 */
export function shareOf(part: number, whole: number | null, decimals: number): number | null {
  if (whole === null) return null;
  return whole === 0 ? 0 : rounded(part / whole, decimals);
}

/** How many rows pass a test. */
export function countOf<R>(rows: readonly R[], test: (row: R) => boolean): number {
  return rows.filter(test).length;
}

/** The sum of a number of each row. */
export function sumOf<R>(rows: readonly R[], of: (row: R) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0);
}
