import type { Data } from '../tables/table.ts';

/** As few as these are read one by one. */
const FEW = 2;
/** How many of a group are named. */
const NAMED = 5;

/**
 * Notes that differ in names and numbers alone, as one with how many more there are. Their order is that of the first
 * of each group.
 *
 * @example
 * groupedNotes(['no room for S1: 3 full', 'no room for S2: 4 full', 'no room for S3: 3 full', 'one more'])
 * // ['no room for S1: 3 full (and 2 more like it: S2, S3)', 'one more']
 */
export function groupedNotes(notes: readonly string[]): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const note of notes) {
    const frame = wordsOf(note)
      .map((word) => (isName(word) ? '#' : word))
      .join(' ');
    groups.set(frame, [...(groups.get(frame) ?? []), note]);
  }
  return [...groups.values()].flatMap((own) => (own.length <= FEW ? own : [together(own)]));
}

function together([first, ...rest]: readonly string[]): string {
  const words = wordsOf(first!);
  const names = rest.map((note) => wordsOf(note).find((word, at) => word !== words[at]) ?? '');
  const told = [...new Set(names.map((name) => name.replace(/[,;:.]$/, '')))];
  const more = told.length > NAMED ? ', …' : '';
  return `${first} (and ${rest.length} more like it: ${told.slice(0, NAMED).join(', ')}${more})`;
}

const wordsOf = (note: string): readonly string[] => note.split(' ');

/** A word with a digit in it: an id, a number, a date. */
const isName = (word: string): boolean => /\d/.test(word);

/** Services that answer with rows give this many at a time, and say nothing of the rest. */
const USUAL_CUT = 1000;

/** Tables with exactly as many rows as many services give at the most: the rest may have been cut off silently. */
export function cutNotes({ tables, quarantined }: Data): readonly string[] {
  return Object.values(tables).flatMap(({ name, present, rows }) => {
    const read = rows.length + quarantined.filter(({ table }) => table === name).length;
    if (!present || read !== USUAL_CUT) return [];
    return [
      `${name} has exactly 1,000 rows, which is where many exports and services cut a table off: maybe some are missing`,
    ];
  });
}

/** What schedules were kept from, though a search gave up before it was known whether the rules allow it. */
export const unprovenNotes = (unproven: readonly string[] = []): readonly string[] =>
  unproven.length === 0
    ? []
    : [
        `not proven to be the best: the search gave up before it knew whether the rules allow ${unproven.slice(0, NAMED).join('; or ')}${unproven.length > NAMED ? `; or ${unproven.length - NAMED} more` : ''}`,
      ];
