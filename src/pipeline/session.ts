import type { Domain } from '../domain.ts';
import { type Part, replaced, within } from '../kernel/decomposition/part.ts';
import { partsOf } from '../kernel/decomposition/parts.ts';
import { evaluate } from '../kernel/evaluate.ts';
import type { Model, Solution } from '../kernel/model.ts';
import { solve } from '../kernel/solve.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { solveWithCuts } from './cuts.ts';
import { type Answer, answer, type Surroundings } from './run.ts';

/**
 * A scenario that has been run, held in memory so that many questions can be asked about the one answer.
 *
 * @example
 * const { instance, solution, run } = session;
 * instance.schedule(solution.chosen)[0] // { spot: 'a1', break: 'b2114', position: 2 }
 * solution.net === run.objective.net_score // true
 */
export interface Session extends Answer {
  readonly scenario: Scenario;
  readonly domain: Domain;
  /**
   * Solves a variation of `open` with the same candidates, beginning with the schedule that is known.
   *
   * @param touched Candidates of every group that differs: parts that none of them is in stay as they are.
   */
  readonly ask: (model: Model, touched?: Iterable<number>) => Promise<Found>;
}

/** The best schedule of a variation; none where its status says so. */
export type Found = Pick<Solution, 'status' | 'chosen' | 'auxiliary' | 'net'>;

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
  const { instance, solution } = answered;
  const solveOne = (model: Model, hint: Int32Array) =>
    solve(model, scenario.settings.solver, { hint, conflict: false });
  const ask = async (model: Model, touched: Iterable<number> = []): Promise<Found> => {
    const near = { ...model, tie: nearer(model.tie, solution.chosen) };
    const own = new Set(touched);
    const once = async (each: Model): Promise<Solution> => {
      const parts = own.size === 0 ? [] : partsOf(each);
      if (parts.length === 0) return solveOne(each, solution.chosen);
      return { ...solution, ...(await inParts(each, solution, parts, own, solveOne)) };
    };
    return (await solveWithCuts(instance, near, once)).solution;
  };
  return { ...answered, scenario, domain, ask };
}

/** Solves the parts that are touched, and takes the others as they are. */
async function inParts(
  model: Model,
  known: Solution,
  parts: readonly Part[],
  touched: ReadonlySet<number>,
  solveOne: (model: Model, hint: Int32Array) => Promise<Solution>,
): Promise<Found> {
  let schedule: Pick<Solution, 'chosen' | 'auxiliary'> = known;
  for (const part of parts.filter(({ candidates }) => candidates.some((j) => touched.has(j)))) {
    const found = await solveOne(part.model, within(part, schedule).chosen);
    if (found.status !== 'optimal') return { ...NOTHING, status: found.status };
    schedule = replaced(schedule, part, found);
  }
  const { chosen, auxiliary } = schedule;
  return { status: 'optimal', chosen, auxiliary, net: evaluate(model, chosen, auxiliary) };
}

const NOTHING = { chosen: new Int32Array(), auxiliary: new Float64Array(), net: 0 };

/** Ties in favour of what was chosen before: of several equal answers, one that changes little says most. */
function nearer(tie: Uint32Array, chosen: Int32Array): Uint32Array {
  const own = tie.map((hash) => hash >>> 8);
  for (const j of chosen) own[j] = 0xffffffff;
  return own;
}
