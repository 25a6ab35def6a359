/** A stream of made-up choices. The same seed and label give the same stream everywhere. */
export interface Random {
  /** A number of [0, 1). */
  readonly unit: () => number;
  /** A whole number from least to most, both included. */
  readonly int: (least: number, most: number) => number;
  /** True with the probability given. */
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(items: readonly T[]) => T;
  readonly shuffled: <T>(items: readonly T[]) => T[];
}

/** FNV-1a, so that each label has a stream of its own and a change in one table leaves the others alone. */
function hashed(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/**
 * Random choices for one part of the sample, from the mulberry32 generator of Tommy Ettinger. Integer arithmetic only:
 * no function whose last digit depends on the machine.
 */
export function random(seed: number, label: string): Random {
  let state = hashed(`${seed}:${label}`);
  const unit = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const int = (least: number, most: number) => least + Math.floor(unit() * (most - least + 1));
  const pick = <T>(items: readonly T[]) => items[int(0, items.length - 1)] as T;
  const shuffled = <T>(items: readonly T[]) => {
    const result = [...items];
    for (let at = result.length - 1; at > 0; at--) {
      const other = int(0, at);
      [result[at], result[other]] = [result[other] as T, result[at] as T];
    }
    return result;
  };
  return { unit, int, pick, shuffled, chance: (probability) => unit() < probability };
}

/** A draw from Beta(2, 5): the second smallest of six uniform draws has exactly that distribution. */
export function betaTwoFive(random: Random): number {
  return Array.from({ length: 6 }, random.unit).sort((a, b) => a - b)[1] as number;
}
