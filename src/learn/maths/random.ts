/**
 * A stream of numbers of [0, 1) from a seed: the mulberry32 generator of Tommy Ettinger. The same seed gives the same
 * stream on every machine.
 */
export function stream(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number from 0 to `below` − 1. */
export const below = (unit: () => number, most: number): number => Math.floor(unit() * most);

/** A draw of the standard normal distribution, by the formula of Box and Muller. */
export function normal(unit: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
}

/**
 * A draw of the Poisson distribution. Small means by Knuth's product of uniform draws; from 30 on the rounded normal
 * draw of the same mean and variance, which is near enough for the weights of a bootstrap.
 */
export function poisson(unit: () => number, mean: number): number {
  if (mean <= 0) return 0;
  if (mean >= 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(unit)));
  const least = Math.exp(-mean);
  let drawn = 0;
  for (let product = unit(); product > least; product *= unit()) drawn += 1;
  return drawn;
}
