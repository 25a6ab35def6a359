import type { Limits, Model } from '../src/kernel/model.ts';
import { joinHashes } from '../src/kernel/ties.ts';
import { numbers } from './instances.ts';

/** Breaks of a station in a day, and the seconds that one holds. */
const BREAKS_A_DAY = 43;
const SECONDS = 120;
/** Spots that are booked for a day: more than the breaks hold. */
const SPOTS_A_DAY = 214;
/** Breaks on either side of its wish that a spot may move to. */
const SHIFT = 3;

/**
 * A made log of so many spots: what each is worth in cents, the room in each break, and two breaks between spots of one
 * advertiser. A spot without a wish may air in any break of its day; its advertiser's spots then join that whole day.
 */
export function madeLog(spots: number, wishes: boolean, seed: number): Model {
  const below = numbers(seed);
  const days = Math.ceil(spots / SPOTS_A_DAY);
  const breaks = days * BREAKS_A_DAY;
  const columns: { spot: number; at: number; advertiser: number; seconds: number; value: number }[] = [];
  for (let spot = 0; spot < spots; spot++) {
    const day = spot % days;
    const advertiser = below(60);
    const seconds = [15, 30, 30, 60][below(4)]!;
    const value = 1000 * seconds * (5 + below(20)) + below(1000);
    const wish = below(BREAKS_A_DAY);
    for (let own = 0; own < BREAKS_A_DAY; own++)
      if (!wishes || Math.abs(own - wish) <= SHIFT)
        columns.push({ spot, at: day * BREAKS_A_DAY + own, advertiser, seconds, value });
  }
  const named = (rule: string) => ({ rule, label: (g: number) => `${rule} ${g}`, more: (g: number) => `${rule} ${g}` });
  const windows = 60 * breaks;
  const start = new Int32Array(columns.length + 1);
  const group: number[] = [];
  for (const [j, { at, advertiser }] of columns.entries()) {
    // The window that begins at a break covers it and the next: a spot is in two of them.
    for (const from of [at - 1, at]) if (from >= 0) group.push(advertiser * breaks + from);
    start[j + 1] = group.length;
  }
  const limits: readonly Limits[] = [
    {
      ...named('once'),
      groups: spots,
      members: { group: Int32Array.from(columns, ({ spot }) => spot) },
      most: new Float64Array(spots).fill(1),
    },
    {
      ...named('capacity'),
      groups: breaks,
      members: {
        group: Int32Array.from(columns, ({ at }) => at),
        use: Float64Array.from(columns, ({ seconds }) => seconds),
      },
      most: new Float64Array(breaks).fill(SECONDS),
    },
    {
      ...named('separation'),
      groups: windows,
      members: { start, group: Int32Array.from(group) },
      most: new Float64Array(windows).fill(1),
    },
  ];
  return {
    unit: 100,
    candidates: columns.length,
    score: Float64Array.from(columns, ({ value }) => value),
    tie: Uint32Array.from(columns, ({ spot, at }) => joinHashes(spot, at)),
    limits,
  };
}
