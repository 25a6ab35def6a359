import type { Trial } from './outcomes.ts';

/** Rows that are foretold from all rows before them: places in the order of time, `to` not included. */
export interface Fold {
  readonly from: number;
  readonly to: number;
}

/**
 * A rolling origin: the first part of the rows is only learnt from, the rest is cut into folds, each foretold from
 * everything before it and nothing after. Rows of one instant are never parted.
 *
 * @param ats instants, in order
 * @returns no fold where there is too little to part
 * @example
 * folds([1, 2, 3, 4, 5, 6, 7, 8, 8, 10], { first: 0.4, folds: 2 }) // [{ from: 4, to: 7 }, { from: 7, to: 10 }]
 */
export function folds(
  ats: readonly number[],
  { first = 0.3, folds: parts = 6 }: { readonly first?: number; readonly folds?: number } = {},
): readonly Fold[] {
  const size = ats.length;
  const start = Math.ceil(size * first);
  const cuts = Array.from({ length: parts + 1 }, (_, i) =>
    notWithin(ats, Math.round(start + ((size - start) * i) / parts)),
  );
  return cuts.slice(1).flatMap((to, i) => (cuts[i]! > 0 && cuts[i]! < to ? [{ from: cuts[i]!, to }] : []));
}

/** The first place at or after `at` that does not part rows of one instant. */
function notWithin(ats: readonly number[], at: number): number {
  let place = at;
  while (place > 0 && place < ats.length && ats[place] === ats[place - 1]) place += 1;
  return place;
}

const WEEK = 7 * 86_400;

/** Fewer blocks than this say too little of how much chance there is in them. */
const FEWEST = 12;

/**
 * Which block of time each row belongs to: weeks, since what happens in a week moves all its rows; where these are fewer
 * than 12, twelve blocks of equally many rows.
 */
export function blocksOf(rows: readonly Pick<Trial, 'at'>[]): readonly number[] {
  const first = rows[0]?.at ?? 0;
  const weeks = rows.map(({ at }) => Math.floor((at - first) / WEEK));
  const places = new Map([...new Set(weeks)].map((week, place) => [week, place]));
  if (places.size >= FEWEST) return weeks.map((week) => places.get(week)!);
  return rows.map((_, row) => Math.floor((row * Math.min(FEWEST, rows.length)) / rows.length));
}
