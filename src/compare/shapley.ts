/** What each player adds to a game, as exact fractions of one denominator. */
export interface Shapley {
  readonly numerators: readonly bigint[];
  /** The number of orders in which the players can join: k!. */
  readonly denominator: bigint;
}

/**
 * The Shapley value (Shapley 1953): what each player adds when it joins, on average over all orders of joining. The
 * numerators add up to (value of all − value of none) · k! exactly.
 *
 * @param players how many there are, k; the game is asked for all 2^k sets
 * @param value the worth of a set of players: bit i of the set stands for player i
 * @example
 * shapley(2, (set) => [0n, 10n, 4n, 20n][set]).numerators // [26n, 14n]
 */
export function shapley(players: number, value: (set: number) => bigint): Shapley {
  const factorials = factorialsTo(players);
  const values = Array.from({ length: 2 ** players }, (_, set) => value(set));
  const numerators = Array.from({ length: players }, (_, player) => {
    let sum = 0n;
    for (let set = 0; set < values.length; set++) {
      if ((set >> player) & 1) continue;
      const before = bitsOf(set);
      const orders = factorials[before]! * factorials[players - before - 1]!;
      sum += orders * (values[set | (1 << player)]! - values[set]!);
    }
    return sum;
  });
  return { numerators, denominator: factorials[players]! };
}

/** Numbers as whole multiples of one power of ten. */
export interface Scaled {
  /** Each number times `scale`. */
  readonly integers: readonly bigint[];
  readonly scale: bigint;
}

/**
 * Numbers as integers of one scale, digit by digit from the decimals that a person sees: a difference of two of them
 * is then exact, which a difference of binary fractions is not.
 *
 * @example
 * scaled([0.7, 0.25]) // { integers: [70n, 25n], scale: 100n }
 */
export function scaled(values: readonly number[]): Scaled {
  const parts = values.map(decimalOf);
  const digits = Math.max(0, ...parts.map((part) => -part.exponent));
  return {
    integers: parts.map((part) => part.digits * 10n ** BigInt(part.exponent + digits)),
    scale: 10n ** BigInt(digits),
  };
}

/**
 * A difference as its decimals say it.
 *
 * @example
 * difference(0.3, 0.1) // 0.2
 */
export function difference(value: number, from: number): number {
  const { integers, scale } = scaled([value, from]);
  return ratio(integers[0]! - integers[1]!, scale);
}

/** The number nearest to a fraction, by way of its decimals: 17 of them are more than a number keeps. */
export function ratio(numerator: bigint, denominator: bigint): number {
  const sign = numerator < 0n ? -1 : 1;
  const rest = numerator < 0n ? -numerator : numerator;
  const fraction = ((rest % denominator) * 10n ** 20n) / denominator;
  const size = Number(`${rest / denominator}.${fraction.toString().padStart(20, '0')}`);
  return size === 0 ? 0 : sign * size;
}

function decimalOf(value: number): { readonly digits: bigint; readonly exponent: number } {
  const [mantissa = '0', power = '0'] = value.toExponential().split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  return { digits: BigInt(whole + fraction), exponent: Number(power) - fraction.length };
}

function factorialsTo(most: number): readonly bigint[] {
  const all = [1n];
  for (let n = 1; n <= most; n++) all.push(all[n - 1]! * BigInt(n));
  return all;
}

function bitsOf(set: number): number {
  let bits = 0;
  for (let rest = set; rest > 0; rest &= rest - 1) bits++;
  return bits;
}
