/** Edits that turn one word into the other: insert, drop or change a letter. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}

/** `Person ID`, `person-id` and `person_id` are one name to a person. */
function plain(word: string): string {
  return word.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/**
 * The known word that a misspelt one most likely means; undefined when none is close.
 *
 * @example
 * nearest('persn_id', ['vin', 'person_id']) // 'person_id'
 * nearest('price', ['vin', 'person_id']) // undefined
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  // A word longer than any real name is no misspelling, and comparing it would cost its square.
  if (word.length > 80) return undefined;
  let best: string | undefined;
  let least = Math.max(1, Math.floor(plain(word).length / 3)) + 1;
  for (const candidate of known) {
    const edits = distance(plain(word), plain(candidate));
    if (edits < least) [best, least] = [candidate, edits];
  }
  return best;
}
