// Lanczos' approximation with g = 7 and nine terms: relative errors below 1e-14.
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;

/** The logarithm of the gamma function, for numbers above 0. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const from = x - 1;
  let sum: number = LANCZOS[0];
  for (let at = 1; at < LANCZOS.length; at++) sum += LANCZOS[at]! / (from + at);
  const base = from + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (from + 0.5) * Math.log(base) - base + Math.log(sum);
}

/** The logarithm of the beta function B(a, b). */
export const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);

/**
 * The chance that a draw of Beta(a, b) is at most x: the regularised incomplete beta function, by its continued fraction
 * with Lentz's method (NIST, Digital Library of Mathematical Functions, 8.17.22).
 *
 * @param shape `a` and `b`, both above 0
 * @param x from 0 to 1
 */
export function betaCdf({ a, b }: Beta, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges quickly at the left of the mean; at the right, that of the mirrored distribution does.
  if (x > (a + 1) / (a + b + 2)) return 1 - betaCdf({ a: b, b: a }, 1 - x);
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b)) / a;
  return front * fraction({ a, b }, x);
}

/** A Beta distribution: both shapes are above 0. */
export interface Beta {
  readonly a: number;
  readonly b: number;
}

const TINY = 1e-300;
const away = (value: number): number => (Math.abs(value) < TINY ? TINY : value);

function fraction({ a, b }: Beta, x: number): number {
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let product = d;
  for (let m = 1; m <= 1000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    product *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    product *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return product;
}

/** The value that a draw of Beta(a, b) is below with the chance `share`, by bisection and Newton's steps within it. */
export function betaQuantile(beta: Beta, share: number): number {
  if (share <= 0) return 0;
  if (share >= 1) return 1;
  const { a, b } = beta;
  const whole = logBeta(a, b);
  let [low, high] = [0, 1];
  let x = a / (a + b);
  for (let step = 0; step < 200 && high - low > 1e-16 * x; step++) {
    const over = betaCdf(beta, x) - share;
    if (over === 0) break;
    if (over > 0) high = x;
    else low = x;
    const slope = Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - whole);
    const next = x - over / slope;
    const taken = next > low && next < high ? next : (low + high) / 2;
    if (Math.abs(taken - x) < 1e-15 * x) break;
    x = taken;
  }
  return x;
}

/**
 * The Beta distribution with a mean and a variance. A variance that is too large for any Beta distribution of that mean
 * gives a very wide one, of a + b = 0.2.
 */
export function betaOf(mean: number, variance: number): Beta {
  const centre = Math.min(1 - 1e-6, Math.max(1e-6, mean));
  const strength = Math.max((centre * (1 - centre)) / Math.max(variance, 1e-12) - 1, 0.2);
  return { a: centre * strength, b: (1 - centre) * strength };
}
