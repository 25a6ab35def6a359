import type { Run } from '../runs/run.ts';

/** A name for each run that no other has: where a scenario was run on several data, the id tells them apart. */
export function namesOf(runs: readonly Pick<Run, 'name' | 'id'>[]): readonly string[] {
  const often = new Map<string, number>();
  for (const { name } of runs) often.set(name, (often.get(name) ?? 0) + 1);
  return runs.map(({ name, id }) => (often.get(name)! > 1 ? `${name} (${id.slice(0, 8)})` : name));
}

/**
 * Names without the scenario that all of them share: variants by their own name.
 *
 * @example
 * labelsOf(['week', 'week@strict']) // ['week', 'strict']
 * labelsOf(['week@strict', 'other']) // ['week@strict', 'other']
 */
export function labelsOf(names: readonly string[]): readonly string[] {
  const stems = new Set(names.map((name) => name.split('@')[0]));
  const labels = names.map((name) => name.slice(name.indexOf('@') + 1));
  return stems.size === 1 && new Set(labels).size === labels.length ? labels : names;
}

/**
 * A letter for each of so many: A to Z, then AA, AB, …
 *
 * @example
 * marksOf(28).slice(25) // ['Z', 'AA', 'AB']
 */
export function marksOf(count: number): readonly string[] {
  const letter = (index: number): string => String.fromCharCode(65 + index);
  return Array.from({ length: count }, (_, index) =>
    index < 26 ? letter(index) : letter(Math.floor(index / 26) - 1) + letter(index % 26),
  );
}
