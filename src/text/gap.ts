interface Priority {
  readonly name: string;
  readonly value: number;
  readonly bound: number | null;
}

/**
 * How much more of each priority may be possible, of a schedule that is not proven to be the best. Shares are rounded up,
 * so that what is said holds.
 *
 * @example
 * gapTexts({ priorities: [{ name: 'guaranteed', value: 400, bound: 400 }, { name: 'remnant', value: 300, bound: 301 }] })
 * // ['guaranteed is proven', 'remnant at most 0.34% more']
 */
export const gapTexts = ({ priorities = [] }: { readonly priorities?: readonly Priority[] }): readonly string[] =>
  priorities.map(gapText);

function gapText({ name, value, bound }: Priority): string {
  if (bound === null) return `${name} not known`;
  if (bound <= value) return `${name} is proven`;
  if (value <= 0) return `${name} not known`;
  return `${name} at most ${(Math.ceil(((bound - value) / value) * 10_000) / 100).toFixed(2)}% more`;
}
