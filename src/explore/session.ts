import type { Model, Solution } from '../kernel/model.ts';
import { type Options, solve } from '../kernel/solve.ts';
import type { Domain } from '../pipeline/domain.ts';
import { type Answer, answer, type Surroundings, solveWithCuts } from '../pipeline/run.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** A scenario that has been run, held in memory so that many questions can be asked about the one answer. */
export interface Session extends Answer {
  readonly scenario: Scenario;
  readonly domain: Domain;
  /** Solves a variation of `model` with the same candidates, beginning with the schedule that is known. */
  readonly ask: (model: Model, options?: Options) => Promise<Solution>;
}

/**
 * Runs a scenario and keeps its tables, candidates, model and solution.
 *
 * @throws Refusal where scenario and data do not fit.
 */
export async function openSession(scenario: Scenario, domain: Domain, around: Surroundings = {}): Promise<Session> {
  return sessionOf(scenario, domain, await answer(scenario, domain, around));
}

/** The session of a run that has just been made. */
export function sessionOf(scenario: Scenario, domain: Domain, answered: Answer): Session {
  const { built, solution } = answered;
  const hint = solution.chosen;
  const ask = async (model: Model, options: Options = {}) => {
    const near = { ...model, tie: nearer(model.tie, hint) };
    return (await solveWithCuts(built, near, (each) => solve(each, scenario.settings.solver, { hint, ...options })))
      .solution;
  };
  return { ...answered, scenario, domain, ask };
}

/** Ties in favour of what was chosen before: of several equal answers, one that changes little says most. */
function nearer(tie: Uint32Array, chosen: Int32Array): Uint32Array {
  const own = tie.map((hash) => hash >>> 8);
  for (const j of chosen) own[j] = 0xffffffff;
  return own;
}
