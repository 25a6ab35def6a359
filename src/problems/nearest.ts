/**
 * The word most like the one written, or undefined when none is like it: at most a third of its letters
 * (and one at least) may be wrong, missing, added or swapped with a neighbour; or one is short for the other.
 *
 * @example
 * nearest('fairnes', ['fairness', 'cooldown']) // 'fairness'
 * nearest('colour', ['fairness', 'cooldown']) // undefined
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (word.length > 64) return undefined;
  const written = plainForm(word);
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const plain = plainForm(candidate);
    // Each letter more or less is a step by itself.
    if (Math.abs(plain.length - written.length) >= least) continue;
    const steps = distance(written, plain);
    if (steps < least) [best, least] = [candidate, steps];
  }
  return best ?? shortened(written, known);
}

/** `sunday` for `sun`, `avail` for `availability`: one is the beginning of the other, and of no other. */
function shortened(written: string, known: readonly string[]): string | undefined {
  const alike = known.filter((candidate) => {
    const [short = '', long = ''] = [written, plainForm(candidate)].sort((a, b) => a.length - b.length);
    return short.length >= 3 && long.startsWith(short);
  });
  return alike.length === 1 ? alike[0] : undefined;
}

/** Case and the choice of separator are never what a person meant to say. */
function plainForm(word: string): string {
  return word.toLowerCase().replaceAll(/[-\s]/g, '_');
}

/** Optimal string alignment: Levenshtein, where swapping two neighbours is one step. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const step = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1));
      row.push(swapped ? Math.min(step, before[j - 2]! + 1) : step);
    }
    [before, above] = [above, row];
  }
  return above[b.length]!;
}
