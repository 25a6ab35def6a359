import { evaluate } from '../evaluate.ts';
import { usesOf, visitGroups } from '../members.ts';
import type { Model } from '../model.ts';
import type { Schedule } from './greedy.ts';

/** Which candidates of a schedule may leave it, and which of two leaves first. */
export interface Leaving {
  readonly may: (candidate: number) => boolean;
  readonly first: (a: number, b: number) => number;
}

/**
 * Adds candidates to a schedule in the order given, each one that fits once some of those that may leave have left. Unlike
 * filling up, this takes room from what counts for less.
 */
export function displace(model: Model, start: Schedule, order: Iterable<number>, leaving: Leaving): Schedule {
  const { auxiliary } = start;
  const uses = model.limits.map((limits) => usesOf(model, limits, start.chosen, auxiliary));
  const holders = model.limits.map(() => new Map<number, Set<number>>());
  const chosen = new Set<number>();
  for (const j of start.chosen) hold(j);
  for (const j of order) {
    if (chosen.has(j)) continue;
    const left = makeRoom(j);
    if (left === undefined) continue;
    add(j);
    // What left may have been what a limit asks for.
    if (evaluate(model, sorted(), auxiliary) > -Infinity) continue;
    remove(j);
    for (const each of left) add(each);
  }
  return { chosen: sorted(), auxiliary };

  /** Takes out what is in a candidate's way; undefined, and nothing is taken out, where some of that may not leave. */
  function makeRoom(j: number): readonly number[] | undefined {
    const left: number[] = [];
    const fits = model.limits.every(({ most }, index) => {
      if (!most) return true;
      let free = true;
      visitGroups(model.limits[index]!, j, (group, use) => {
        if (!free || use <= 0 || uses[index]![group]! + use <= most[group]!) return;
        const own = [...(holders[index]!.get(group) ?? [])].filter(leaving.may).sort(leaving.first);
        for (const each of own) {
          if (uses[index]![group]! + use <= most[group]!) break;
          remove(each);
          left.push(each);
        }
        free = uses[index]![group]! + use <= most[group]!;
      });
      return free;
    });
    if (fits) return left;
    for (const each of left) add(each);
    return undefined;
  }

  function hold(j: number): void {
    chosen.add(j);
    model.limits.forEach((limits, index) => {
      visitGroups(limits, j, (group) => {
        const own = holders[index]!.get(group);
        if (own) own.add(j);
        else holders[index]!.set(group, new Set([j]));
      });
    });
  }

  function add(j: number): void {
    hold(j);
    change(j, 1);
  }

  function remove(j: number): void {
    chosen.delete(j);
    model.limits.forEach((limits, index) => {
      visitGroups(limits, j, (group) => holders[index]!.get(group)!.delete(j));
    });
    change(j, -1);
  }

  function change(j: number, by: 1 | -1): void {
    model.limits.forEach((limits, index) => {
      visitGroups(limits, j, (group, use) => {
        uses[index]![group]! += by * use;
      });
    });
  }

  function sorted(): Int32Array {
    return Int32Array.from(chosen).sort();
  }
}
