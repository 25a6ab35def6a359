import { visitGroups } from '../members.ts';
import type { Limits, Model } from '../model.ts';
import { joinHashes } from '../ties.ts';
import { onceOf } from './near.ts';

/** Candidates that are freed together, ascending: all else in the schedule stays. */
export type Neighbourhood = Int32Array;

/** Where a neighbourhood is looked for. */
export interface Place {
  /** A number for each neighbourhood of a run: another one gives another neighbourhood. */
  readonly seed: number;
  /** The candidates of the schedule, and for each candidate 1 where it is one of them. */
  readonly schedule: Int32Array;
  readonly chosen: Uint8Array;
  /** About how many candidates to free. */
  readonly size: number;
}

/** The candidates of each group of one rule: those of group g are `list[start[g]] … list[start[g + 1] - 1]`. */
interface Groups {
  readonly limits: Limits;
  readonly start: Int32Array;
  readonly list: Int32Array;
}

/**
 * Finds neighbourhoods by the limits of a model alone: candidates that share a group are rivals for it, so that freeing
 * them together lets one take the place of another.
 *
 * @param useful the candidates that may be freed.
 */
export function neighbourhoodsOf(model: Model, useful: readonly number[]): (place: Place) => Neighbourhood {
  const all = model.limits.map((limits) => groupsOf(limits, useful)).filter(({ list }) => list.length > 0);
  const once = onceOf(model);
  const onceAt = all.findIndex(({ limits }) => limits === once);
  return (place) => {
    const draw = drawing(place.seed);
    const holders = holdersOf(place.schedule);
    const free = new Set<number>();
    const kind = draw(3);
    if (all.length === 0 || kind === 0) spread(useful[draw(useful.length)]!);
    else if (kind === 1) window(all[draw(all.length)]!);
    else spread(absent());
    // What takes up the room of the freed ones is freed too: nothing could move otherwise.
    for (const j of [...free])
      for (const [k, { limits }] of all.entries())
        visitGroups(limits, j, (group) => {
          const own = holders[k]!.get(group);
          if (own && own.length <= CROWD) for (const rival of own) free.add(rival);
        });
    return Int32Array.from(free).sort();

    /** A candidate that scores, and whose place nothing has: of several that are drawn, the one that scores most. */
    function absent(): number {
      let best = -1;
      for (let drawn = 0, seen = 0; drawn < DRAWN && seen < COMPARED; drawn++) {
        const j = useful[draw(useful.length)]!;
        if (place.chosen[j] === 1 || model.score[j]! <= 0 || isHeld(j)) continue;
        seen++;
        if (best < 0 || model.score[j]! > model.score[best]!) best = j;
      }
      return best < 0 ? useful[draw(useful.length)]! : best;
    }

    /** Whether another candidate of the schedule is chosen in its place. */
    function isHeld(j: number): boolean {
      let held = false;
      if (onceAt >= 0)
        visitGroups(all[onceAt]!.limits, j, (group) => {
          held = holders[onceAt]!.has(group);
        });
      return held;
    }

    /** All that shares a group with a candidate, then all that shares one with any of those, and so on. */
    function spread(from: number): void {
      free.add(from);
      for (let turn = 0; turn < 100 && free.size < place.size; turn++) {
        const members = [...free];
        const seed = turn === 0 ? from : members[draw(members.length)]!;
        const first = draw(Math.max(1, all.length));
        for (let k = 0; k < all.length && free.size < place.size; k++) {
          const groups = all[(first + k) % all.length]!;
          visitGroups(groups.limits, seed, (group) => addGroup(groups, group));
        }
      }
    }

    /** Groups of one rule that follow each other: days, breaks, whatever their order is. */
    function window(groups: Groups): void {
      const count = groups.start.length - 1;
      const first = draw(count);
      for (let k = 0; k < count && free.size < place.size; k++) addGroup(groups, (first + k) % count);
    }

    /** Adds a group; of one that is too large, a stretch. */
    function addGroup({ start, list }: Groups, group: number): void {
      const [from, to] = [start[group]!, start[group + 1]!];
      const room = Math.min(to - from, place.size - free.size);
      const first = room < to - from ? draw(to - from) : 0;
      for (let k = 0; k < room; k++) free.add(list[from + ((first + k) % (to - from))]!);
    }
  };

  /** For each rule and group the candidates of the schedule in it. */
  function holdersOf(chosen: Int32Array): readonly ReadonlyMap<number, readonly number[]>[] {
    return all.map(({ limits }) => {
      const holders = new Map<number, number[]>();
      for (const j of chosen)
        visitGroups(limits, j, (group) => {
          const own = holders.get(group);
          if (own) own.push(j);
          else holders.set(group, [j]);
        });
      return holders;
    });
  }
}

/** Of so many candidates drawn that are absent, the best is taken; after so many others, any. */
const COMPARED = 6;
const DRAWN = 60;

/** A group that more candidates of the schedule are in than this says little of who is in whose way. */
const CROWD = 30;

function groupsOf(limits: Limits, useful: readonly number[]): Groups {
  const start = new Int32Array(limits.groups + 1);
  for (const j of useful) visitGroups(limits, j, (group) => start[group + 1]!++);
  for (let group = 0; group < limits.groups; group++) start[group + 1]! += start[group]!;
  const next = start.slice();
  const list = new Int32Array(start[limits.groups]!);
  for (const j of useful)
    visitGroups(limits, j, (group) => {
      list[next[group]!++] = j;
    });
  return { limits, start, list };
}

/** Whole numbers below n, the same ones for the same seed. */
function drawing(seed: number): (n: number) => number {
  let count = 0;
  return (n) => joinHashes(seed, ++count) % n;
}
