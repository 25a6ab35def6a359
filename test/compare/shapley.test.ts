import { describe, expect, it } from 'vitest';
import { difference, ratio, scaled, shapley } from '../../src/compare/shapley.ts';

/** Every order of the players. */
function orders(players: readonly number[]): readonly (readonly number[])[] {
  if (players.length === 0) return [[]];
  return players.flatMap((first) => orders(players.filter((other) => other !== first)).map((rest) => [first, ...rest]));
}

/** A game of random worths; the same for the same seed. */
function game(players: number, seed: number): (set: number) => bigint {
  let state = seed;
  const worths = Array.from({ length: 2 ** players }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return BigInt((state % 2001) - 1000);
  });
  return (set) => worths[set]!;
}

describe('the Shapley value', () => {
  it.each([1, 2, 3, 4, 5, 6])('adds up to the whole difference exactly, with %i players', (players) => {
    for (let seed = 1; seed <= 20; seed++) {
      const value = game(players, seed);
      const { numerators, denominator } = shapley(players, value);
      const sum = numerators.reduce((all, one) => all + one, 0n);
      expect(sum).toBe((value(2 ** players - 1) - value(0)) * denominator);
    }
  });
  it.each([2, 3, 4, 5])('is what a player adds on average over all orders, with %i players', (players) => {
    const value = game(players, 99);
    const added = Array.from({ length: players }, () => 0n);
    for (const order of orders([...added.keys()])) {
      let set = 0;
      for (const player of order) {
        added[player]! += value(set | (1 << player)) - value(set);
        set |= 1 << player;
      }
    }
    expect(shapley(players, value).numerators).toEqual(added);
  });
  it('gives nothing to a player that changes nothing, and the same to two that are alike', () => {
    const value = (set: number) => BigInt([0, 6, 6, 10][set & 3]!);
    expect(shapley(3, value).numerators).toEqual([30n, 30n, 0n]);
  });
});

describe('numbers as integers of one scale', () => {
  it('keep the decimals that a person sees', () => {
    expect(scaled([0.1, 12, -0.166667])).toEqual({ integers: [100_000n, 12_000_000n, -166_667n], scale: 1_000_000n });
  });
  it('know large and small ones', () => {
    expect(scaled([1e21, 1.5e-7])).toEqual({ integers: [10n ** 29n, 15n], scale: 10n ** 8n });
  });
  it('make a difference exact', () => {
    expect(0.734 - 0.765101).not.toBe(-0.031101);
    expect(difference(0.734, 0.765101)).toBe(-0.031101);
  });
});

describe('a fraction as a number', () => {
  it.each([
    [1n, 3n, 1 / 3],
    [-20_925n, 2n, -10_462.5],
    [0n, 720n, 0],
    [-1n, 7n, -1 / 7],
  ])('%s / %s', (numerator, denominator, value) => {
    expect(ratio(numerator, denominator)).toBe(value);
  });
});
