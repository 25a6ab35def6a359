import type { Ledger } from './ledger.ts';

/** Finds what two places can exchange: one takes what the other holds, which takes what the first one had. */
export interface Swaps {
  /**
   * The one candidate that holds what `entering` needs and `out` has not, in groups that hold one candidate. Undefined
   * where nobody does, or several do.
   */
  readonly inTheWay: (out: number, entering: number) => InTheWay | undefined;
  /** Candidates that take the part of `out` in the limits that a group is of. */
  readonly inPlaceOf: (out: number, group: number) => readonly number[];
}

/** A candidate, and the group that it holds. */
interface InTheWay {
  readonly holder: number;
  readonly group: number;
}

const NONE: readonly number[] = [];

/** The swaps that a ledger allows, among so many candidates. */
export function swapsOf({ groups, has }: Ledger, candidates: number): Swaps {
  const { start, group, most, uses, holders, limitsOf } = groups;
  const members: (number[] | undefined)[] = new Array(most.length);
  for (let j = 0; j < candidates; j++)
    for (let k = start[j]!; k < start[j + 1]!; k++) {
      const own = group[k]!;
      if (most[own] !== 1) continue;
      const list = members[own];
      if (list) list.push(j);
      else members[own] = [j];
    }
  const isIn = (candidate: number, own: number): boolean => {
    for (let k = start[candidate]!; k < start[candidate + 1]!; k++) if (group[k] === own) return true;
    return false;
  };
  return {
    inTheWay: (out, entering) => {
      let found: InTheWay | undefined;
      for (let k = start[entering]!; k < start[entering + 1]!; k++) {
        const own = group[k]!;
        if (most[own] !== 1 || uses[own]! < 1 || isIn(out, own)) continue;
        const holder = holders[own]!;
        const holds = holder >= 0 && has(holder) && isIn(holder, own);
        if (!holds || (found && found.holder !== holder)) return undefined;
        found ??= { holder, group: own };
      }
      return found;
    },
    inPlaceOf: (out, own) => {
      for (let k = start[out]!; k < start[out + 1]!; k++)
        if (most[group[k]!] === 1 && limitsOf[group[k]!] === limitsOf[own]) return members[group[k]!] ?? NONE;
      return NONE;
    },
  };
}
