/** A stream of choices that is the same for the same seed, on every machine. */
export interface Random {
  /** A whole number from least to most, both included. */
  readonly int: (least: number, most: number) => number;
  /** True so many times in a hundred. */
  readonly percent: (share: number) => boolean;
  readonly shuffled: <T>(items: readonly T[]) => readonly T[];
}

/** A linear congruential generator in integers of 32 bits (Knuth's constants); its high bits are the good ones. */
export function random(seed: number): Random {
  let state = Math.imul(seed + 1, 2654435761) | 0;
  const int = (least: number, most: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return least + ((state >>> 8) % (most - least + 1));
  };
  const shuffled = <T>(items: readonly T[]) => {
    const result = [...items];
    for (let last = result.length - 1; last > 0; last--) {
      const other = int(0, last);
      [result[last], result[other]] = [result[other]!, result[last]!];
    }
    return result;
  };
  return { int, percent: (share) => int(1, 100) <= share, shuffled };
}
