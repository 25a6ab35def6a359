import { visitGroups } from '../members.ts';
import { BILLION, type Model } from '../model.ts';
import type { Outcome } from '../program/outcome.ts';
import type { Program } from '../program/program.ts';
import { floorTo } from './bound.ts';
import { type Incumbent, readSchedule } from './incumbent.ts';
import type { Search } from './search.ts';
import type { Relaxation } from './sift.ts';

/** So many relaxations are solved at the most, and with so many candidates. */
const MOST = { steps: 300, candidates: 150_000 };
/** Models with fewer candidates go to branch and bound at once, which lets the tie-break decide among equals. */
const LEAST = 4000;
/** The relaxations together take at most so many iterations, and so many times those of the first one. */
const EFFORT = { iterations: 4000, times: 4 };
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
      const candidates = found ? [] : largestParts(model, program.present, outcome);
      if (candidates.length === 0) break;
      path.push({ candidates, to: 1 });
      program.settle(candidates, 1);
    } else if (!turn(program, path)) break;
    outcome = relax();
  }
  for (const { candidates } of path) program.settle(candidates, 'free');
  return found;
}

/** What is held on the way down. */
interface Decision {
  readonly candidates: readonly number[];
  readonly to: 0 | 1;
}

/**
 * Goes back to the last candidates that are held at 1: of several the first one alone is held then, and a single one is
 * held at 0. False where there are none.
 */
function turn(program: Program, path: Decision[]): boolean {
  for (;;) {
    const last = path.pop();
    if (last === undefined) return false;
    const [first, ...others] = last.candidates;
    if (last.to === 0) {
      program.settle(last.candidates, 'free');
      continue;
    }
    const next: Decision = { candidates: [first!], to: others.length > 0 ? 1 : 0 };
    program.settle(others, 'free');
    program.settle(next.candidates, next.to);
    path.push(next);
    return true;
  }
}

/** So many are taken whole at once at the most. */
const AT_ONCE = 16;

/** Of what is broken the largest parts that have no limit in common: taking one of them whole takes nothing from another. */
function largestParts(model: Model, present: readonly number[], { value }: Outcome): readonly number[] {
  const broken = present.filter((j) => value(j) > NEAR && value(j) < 1 - NEAR);
  broken.sort((a, b) => value(b) - value(a) || a - b);
  const taken: number[] = [];
  const used = model.limits.map(() => new Set<number>());
  for (const j of broken) {
    let apart = true;
    model.limits.forEach((limits, index) => {
      visitGroups(limits, j, (group) => {
        apart &&= !used[index]!.has(group);
      });
    });
    if (!apart) continue;
    taken.push(j);
    if (taken.length === AT_ONCE) break;
    model.limits.forEach((limits, index) => {
      visitGroups(limits, j, (group) => {
        used[index]!.add(group);
      });
    });
  }
  return taken;
}
