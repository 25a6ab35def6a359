import { visitGroups } from '../members.ts';
import { BILLION, type Model } from '../model.ts';
import type { Outcome } from '../program/outcome.ts';
import { floorTo } from './bound.ts';
import { type Incumbent, readSchedule, roundUp } from './incumbent.ts';
import type { Search } from './search.ts';
import type { Relaxation } from './sift.ts';

/** So many relaxations are solved at the most, and with so many candidates. */
const MOST = { relaxations: 400, candidates: 150_000 };
/** After so many relaxations what is whole is held, too: the plunge ends soon, and may lose a little by it. */
const PATIENCE = 40;
/** Models with fewer candidates or rows go to branch and bound at once, which lets the tie-break decide among equals. */
const LEAST = { candidates: 4000, rows: 2500 };
/** The relaxations together take at most so many iterations, and so many times those of the first ones. */
const EFFORT = { iterations: 4000, times: 4 };
/** A plunge that has lost more than this part of the bound is given up. */
const LOSS = 0.005;
/** A value of the relaxation this near to 0 or 1 is whole. */
const NEAR = 1e-6;

/**
 * A schedule that reaches the bound of the relaxation, or nearly so, found by diving (a primal heuristic of branch and
 * bound). Many relaxations have a whole solution of the same worth beside the broken one that the solver met. So the
 * largest parts are taken whole, again and again; where the relaxation loses by one of them, it is left out instead; and
 * where it loses in either way, the plunge goes on with the smaller loss. The solver's own branch and bound would presolve,
 * cut and look elsewhere for far longer.
 *
 * Undefined where it loses too much, or takes too many steps.
 *
 * @param ceiling What the bound comes to, in objective units, rounded down to a possible net score.
 */
export function plunge(search: Search, relaxation: Relaxation, ceiling: number): Incumbent | undefined {
  const { bound, iterations } = relaxation;
  const { model, rows, program, start } = search;
  if (model.candidates < LEAST.candidates || rows.count < LEAST.rows) return undefined;
  const reaches = (j: number) => bound.value + Math.min(0, bound.worth[j]! / BILLION) >= ceiling - 1e-6;
  const missing: number[] = [];
  for (let j = 0; j < model.candidates; j++)
    if (!program.has(j) && reaches(j) && !start?.without?.has(j)) missing.push(j);
  if (program.present.length + missing.length > MOST.candidates) return undefined;
  program.add(missing);
  const most = EFFORT.iterations + EFFORT.times * iterations;
  const held = new Set<number>();
  const hold = (candidates: readonly number[], to: 0 | 1 | 'free') => {
    program.settle(candidates, to);
    for (const j of candidates) {
      if (to === 'free') held.delete(j);
      else held.add(j);
    }
  };
  let spent = 0;
  let left = MOST.relaxations;
  const relax = (): Reached => {
    const outcome = program.relax();
    spent += outcome.iterations;
    left--;
    const value = outcome.status === 'optimal' ? floorTo(outcome.bound * model.unit, rows.quantum) : -Infinity;
    return { outcome, value };
  };
  let target = ceiling;
  let at = missing.length > 0 ? relax() : { outcome: relaxation.outcome, value: ceiling };
  let found: Incumbent | undefined;
  while (at.value >= target && target >= ceiling - LOSS * Math.abs(ceiling) && spent <= most && left > 0) {
    const schedule = readSchedule(search, at.outcome);
    found = schedule.valid ? schedule : undefined;
    const [first, ...others] = found ? [] : largestParts(model, program.present, at.outcome);
    if (first === undefined) break;
    if (MOST.relaxations - left > PATIENCE) hold(wholeIn(program.present, at.outcome, held), 1);
    hold([first, ...others], 1);
    let next = relax();
    if (next.value < target && others.length > 0) {
      hold(others, 'free');
      next = relax();
    }
    if (next.value < target) {
      hold([first], 0);
      const without = relax();
      target = Math.min(target, Math.max(next.value, without.value));
      if (without.value >= target) next = without;
      else hold([first], 1);
    }
    at = next;
  }
  program.settle([...held], 'free');
  if (found || at.value === -Infinity) return found;
  // Most of it is whole by then: that, and what fits of the rest, makes a schedule that is nearly as good. It begins with
  // nothing, since a schedule to begin with would be in the way of it.
  return roundUp({ ...search, start: undefined }, { ...relaxation, outcome: at.outcome });
}

/** A relaxation, and what no schedule with what is held nets more than. */
interface Reached {
  readonly outcome: Outcome;
  readonly value: number;
}

/** What the relaxation takes whole, and is not held yet. */
const wholeIn = (present: readonly number[], { value }: Outcome, held: ReadonlySet<number>): readonly number[] =>
  present.filter((j) => value(j) >= 1 - NEAR && !held.has(j));

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
