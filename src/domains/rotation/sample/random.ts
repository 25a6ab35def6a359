/** A stream of made-up choices. The same seed and label give the same stream on every machine. */
export interface Random {
  /** A whole number from least to most, both included. */
  readonly int: (least: number, most: number) => number;
  /** True so many times in a hundred. */
  readonly percent: (share: number) => boolean;
  readonly pick: <T>(items: readonly T[]) => T;
  readonly shuffled: <T>(items: readonly T[]) => readonly T[];
}

/**
 * Random choices for one part of the sample: each label has a stream of its own, so that a change in one table leaves
 * the others as they were. A xorshift generator after Marsaglia (2003), in 32-bit integers only.
 */
export function random(seed: number, label: string): Random {
  let state = seedOf(`${label}/${seed}`);
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  const int = (least: number, most: number) => least + (next() % (most - least + 1));
  const pick = <T>(items: readonly T[]) => items[int(0, items.length - 1)] as T;
  return { int, pick, percent: (share) => int(1, 100) <= share, shuffled: (items) => shuffled(items, int) };
}

// Any start but 0 will do, from which the generator would never leave.
function seedOf(text: string): number {
  let hash = 5381;
  for (const char of text) hash = (Math.imul(hash, 33) ^ (char.codePointAt(0) as number)) | 0;
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) || 1;
}

function shuffled<T>(items: readonly T[], int: Random['int']): readonly T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = int(0, last);
    [result[last], result[other]] = [result[other] as T, result[last] as T];
  }
  return result;
}
