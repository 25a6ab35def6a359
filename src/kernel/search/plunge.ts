import { BILLION } from '../model.ts';
import type { Outcome } from '../program/outcome.ts';
import type { Program } from '../program/program.ts';
import { floorTo } from './bound.ts';
import { type Incumbent, readSchedule } from './incumbent.ts';
import type { Search } from './search.ts';
import type { Relaxation } from './sift.ts';

/** So many relaxations are solved at the most, and with so many candidates. */
const MOST = { steps: 150, candidates: 25_000 };
/** Models with fewer candidates go to branch and bound at once, which lets the tie-break decide among equals. */
const LEAST = 4000;
/** The relaxations together take at most so many iterations, and so many times those of the first one. */
const EFFORT = { iterations: 4000, times: 3 };
/** A value of the relaxation this near to 0 or 1 is whole. */
const NEAR = 1e-6;

/**
 * A schedule that reaches the bound of the relaxation, if one is found at once. Many relaxations have a whole solution of
 * the same worth beside the broken one that the solver met. So the largest part is taken whole, again and again; where
 * the relaxation then loses by it, it is left out instead. It is branch and bound in depth, for schedules of one worth
 * alone: the solver's own would presolve, cut and look for others for far longer.
 *
 * Undefined where that leads nowhere in so many steps.
 *
 * @param ceiling What the bound comes to, in objective units, rounded down to a possible net score.
 */
export function plunge(
  search: Search,
  { outcome: first, bound, iterations }: Relaxation,
  ceiling: number,
): Incumbent | undefined {
  const { model, rows, program, start } = search;
  if (model.candidates < LEAST) return undefined;
  const reaches = (j: number) => bound.value + Math.min(0, bound.worth[j]! / BILLION) >= ceiling - 1e-6;
  const missing: number[] = [];
  for (let j = 0; j < model.candidates; j++)
    if (!program.has(j) && reaches(j) && !start?.without?.has(j)) missing.push(j);
  if (program.present.length + missing.length > MOST.candidates) return undefined;
  program.add(missing);
  const keeps = ({ status, bound: own }: Outcome) =>
    status === 'optimal' && floorTo(own * model.unit, rows.quantum) >= ceiling;
  const most = EFFORT.iterations + EFFORT.times * iterations;
  const path: Decision[] = [];
  const relax = () => {
    const outcome = program.relax();
    spent += outcome.iterations;
    return outcome;
  };
  let spent = 0;
  let outcome = missing.length > 0 ? relax() : first;
  let found: Incumbent | undefined;
  for (let step = 0; step < MOST.steps && spent <= most; step++) {
    if (keeps(outcome)) {
      const schedule = readSchedule(search, outcome);
      found = schedule.valid ? schedule : undefined;
      const candidate = found ? undefined : largestPart(program.present, outcome);
      if (candidate === undefined) break;
      path.push({ candidate, to: 1 });
      program.settle([candidate], 1);
    } else if (!turn(program, path)) break;
    outcome = relax();
  }
  program.settle(
    path.map(({ candidate }) => candidate),
    'free',
  );
  return found;
}

/** What is held on the way down. */
interface Decision {
  readonly candidate: number;
  readonly to: 0 | 1;
}

/** Goes back to the last candidate that is held at 1, and holds it at 0; false where there is none. */
function turn(program: Program, path: Decision[]): boolean {
  for (;;) {
    const last = path.pop();
    if (last === undefined) return false;
    if (last.to === 1) {
      path.push({ candidate: last.candidate, to: 0 });
      program.settle([last.candidate], 0);
      return true;
    }
    program.settle([last.candidate], 'free');
  }
}

/** The candidate of which the relaxation takes the largest part that is not whole; of equals the first. */
function largestPart(present: readonly number[], { value }: Outcome): number | undefined {
  let best: number | undefined;
  for (const j of present) {
    const own = value(j);
    if (own <= NEAR || own >= 1 - NEAR) continue;
    if (best === undefined || own > value(best) || (own === value(best) && j < best)) best = j;
  }
  return best;
}
