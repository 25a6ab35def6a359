import type { Break } from './breaks.ts';
import type { Given } from './fixed.ts';
import type { Epoch } from './time.ts';

/** A spot of the published log, at the time at which it would be on air. */
export interface PublishedAiring {
  readonly spot: number;
  /** Undefined: the break is lost, or not among those of the scenario. */
  readonly break: number | undefined;
  readonly position: number;
  readonly end: Epoch;
  /** It cannot air, or did not: a live event has the air then, or `as_run` has no airing of it in a break that is over. */
  readonly taken: boolean;
}

/** The published log, by spot. A break's spots follow each other from its start, with a guard after each. */
export function publishedAirings({ tables, spots, breaks, guard, ran }: Given): ReadonlyMap<number, PublishedAiring> {
  const breakAt = new Map(breaks.map(({ id }, index) => [id, index]));
  const spotAt = new Map(spots.map(({ id }, index) => [id, index]));
  const rows = [...tables.published.rows].sort((a, b) => a.position - b.position || (a.spot < b.spot ? -1 : 1));
  const free = new Map<number, Epoch>();
  const airings = new Map<number, PublishedAiring>();
  for (const row of rows) {
    const [spot, at] = [spotAt.get(row.spot), breakAt.get(row.break)];
    if (spot === undefined) continue;
    const { position } = row;
    if (at === undefined) {
      airings.set(spot, { spot, break: at, position, end: Number.NaN, taken: false });
      continue;
    }
    const slot = breaks[at]!;
    const begin = free.get(at) ?? slot.start;
    const end = begin + spots[spot]!.seconds;
    free.set(at, end + guard);
    const taken = isCutOff(slot, begin, end) || (ran !== undefined && slot.aired);
    airings.set(spot, { spot, break: at, position, end, taken });
  }
  return airings;
}

/** Of a break that a live event ends: a spot that began before it is on air, one that is planned must be over by then. */
const isCutOff = ({ cut, aired, end: until }: Break, begin: Epoch, end: Epoch): boolean =>
  cut && (aired ? begin >= until : end > until);

/** The seconds in which a spot was on air: from the start of its break to its own, and how many. */
export interface Seen {
  readonly offset: number;
  readonly seconds: number;
}

/** A spot that was seen: its break, and its place among those that were seen in it, from 1. */
interface SeenAiring {
  readonly break: number;
  readonly position: number;
  readonly seen: Seen;
}

/** What `as_run` says, by spot. */
export function ranAirings({ spots, breaks, ran }: Given): ReadonlyMap<number, SeenAiring> {
  const spotAt = new Map(spots.map(({ id }, index) => [id, index]));
  const all = breaks.flatMap(({ id, start: begin }, at) =>
    (ran?.inBreak.get(id) ?? []).map(({ spot, start, end }, k) => {
      const seen = { offset: start - begin, seconds: end - start };
      return [spotAt.get(spot)!, { break: at, position: k + 1, seen }] as const;
    }),
  );
  return new Map(all);
}
