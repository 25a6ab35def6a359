/** A stream of choices. The same seed gives the same stream everywhere. */
export interface Random {
  /** A whole number from least to most, both included. */
  readonly int: (least: number, most: number) => number;
  readonly pick: <T>(items: readonly T[]) => T;
  readonly shuffled: <T>(items: readonly T[]) => readonly T[];
}

/** Choices from whole numbers alone: the linear congruential generator of "Numerical Recipes", its upper half. */
export function randomOf(seed: number): Random {
  let state = (Math.imul(seed, 0x9e3779b1) + 1013904223) >>> 0;
  const below = (n: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return ((state >>> 16) * n) >>> 16;
  };
  return {
    int: (least, most) => least + below(most - least + 1),
    pick: (items) => items[below(items.length)]!,
    shuffled: (items) => {
      const all = [...items];
      for (let k = all.length - 1; k > 0; k--) {
        const other = below(k + 1);
        [all[k], all[other]] = [all[other]!, all[k]!];
      }
      return all;
    },
  };
}
