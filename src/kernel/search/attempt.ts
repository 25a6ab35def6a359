import type { Effort, Model, Solution } from '../model.ts';
import { type Compiled, compile } from '../program/compile.ts';
import { withProgram } from '../program/program.ts';
import type { Rows } from '../program/rows.ts';
import { noSchedule } from './result.ts';
import { runSearch, type Search, type Start } from './search.ts';
import { firstCandidates } from './select.ts';
import type { OnRound } from './sift.ts';
import { usefulCandidates } from './useful.ts';

/** How one model is searched. */
export interface SearchOptions {
  /** `auto` sifts all but small models. */
  readonly method?: 'auto' | 'whole' | 'sifting';
  readonly onRound?: OnRound;
  /** Candidates to begin sifting with: the schedule of a neighbouring question saves rounds. */
  readonly hint?: Int32Array;
  /** A schedule that the question wants to stay close to: the search of places begins with it. */
  readonly near?: Int32Array | undefined;
}

/** A solution, and the candidates that were present when it was found. */
export interface Attempt {
  readonly solution: Solution;
  readonly columns: readonly number[];
}

/** Models with no more candidates than this go to the solver whole. */
const SMALL = 1500;
/** And those with no more than this, where they have many rows. */
const MEDIUM = 40_000;

/** How to solve one model, and where to begin if another was solved before it. */
export interface Task {
  readonly effort: Effort;
  readonly options: SearchOptions;
  readonly start?: Start | undefined;
  /** How much of the seconds that are left one run of branch and bound may take; all of them where it is absent. */
  readonly share?: number;
  /** Whether to stop where the relaxation does not lead to a schedule as good as it is, before branch and bound. */
  readonly plunging?: boolean;
}

/** Solves one model for its score alone, with all its limits in force, in a program of its own. */
export async function attempt(
  model: Model,
  { effort, options, start, share = 1, plunging = false }: Task,
): Promise<Attempt> {
  const compiled = compile(model);
  const whole = isWhole(model, compiled.rows, options);
  return withProgram(compiled, effort, (program) => {
    const search: Search = {
      ...compiled,
      program,
      start,
      share,
      plunging,
      complete: whole,
      onRound: options.onRound ?? (() => {}),
    };
    program.add(whole ? usefulCandidates(model, compiled.rows) : candidatesToBegin(compiled, options.hint, start));
    const solution = compiled.rows.impossible ? noSchedule(search, 'infeasible') : runSearch(search);
    const method = whole ? 'whole' : 'sifting';
    return { solution: { ...solution, work: { ...solution.work, method } }, columns: [...program.present] };
  });
}

/**
 * Whether a model goes to the solver whole. Sifting pays where candidates far outnumber the rows; elsewhere the
 * solver's basis holds most of those that matter anyway.
 */
function isWhole({ candidates }: Model, rows: Rows, { method = 'auto' }: SearchOptions): boolean {
  if (method !== 'auto') return method === 'whole';
  return candidates <= SMALL || (candidates <= MEDIUM && candidates <= 2 * rows.count);
}

/** What sifting begins with where a neighbouring question is solved already; else nothing, and sifting chooses. */
function candidatesToBegin(compiled: Compiled, hint: Int32Array | undefined, start: Start | undefined): number[] {
  if (!start && !hint) return [];
  const known = [...(start?.columns ?? []), ...(start?.chosen ?? []), ...(hint ?? [])];
  return [...new Set([...firstCandidates(compiled), ...known])].sort((a, b) => a - b);
}
