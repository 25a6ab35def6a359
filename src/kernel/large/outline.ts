import { type ActiveLimits, activate, withActive } from '../decomposition/lazy.ts';
import { visitGroups } from '../members.ts';
import type { Effort, Limits, Model } from '../model.ts';
import { compile } from '../program/compile.ts';
import { withProgram } from '../program/program.ts';
import { type Rows, rowsOf } from '../program/rows.ts';
import { type Bound, boundOf } from '../search/bound.ts';
import type { Prices } from '../search/pricing.ts';
import { sift } from '../search/sift.ts';
import { usefulCandidates } from '../search/useful.ts';

/** What the relaxation of a large model has come to. */
export interface Outline {
  readonly prices: Prices;
  /** What the prices prove of the whole model. */
  readonly bound: Bound;
  /** How much of each candidate the relaxation takes, from 0 to 1; undefined where the seconds ran out. */
  readonly values: Float64Array | undefined;
}

/** Limits with fewer rows than this part of all rows are few. */
const FEW = 1 / 50;
/** Models with no more rows than this are relaxed with all of them. */
const MANY = 12_000;
/** A round that lowers the bound by no more than this part of it is in vain; so many of them in a row end the rounds. */
const LITTLE = { part: 1 / 5000, rounds: 2 };
/** Rounds end before they have taken in more candidates than this together: large relaxations take long. */
const CANDIDATES = 180_000;
/** What is used beyond a limit by less than this is the solver's tolerance. */
const TOLERANCE = 1e-4;

/**
 * Relaxes a large model with the few limits that weigh most, and then with those of the others that its solution breaks,
 * round after round: cutting planes (Dantzig, Fulkerson and Johnson 1954). Few limits are those which each candidate is in
 * once at the most, such as the room in a break, and those with few groups. Of the many small conflicts between two
 * candidates hardly one in ten is ever broken. Limits that are left out can only raise the bound.
 *
 * @param active the limits that are in force from the beginning; those that were broken join them.
 * @param candidates that all rounds but the first may take in together.
 */
export async function outline(
  model: Model,
  effort: Effort,
  active: ActiveLimits,
  candidates = CANDIDATES,
): Promise<Outline> {
  const rows = rowsOf(model);
  const eager = { ...model, tie: new Uint32Array(model.candidates), limits: markedLazy(model.limits, rows) };
  let best = withoutPrices(model, rows);
  let values: Float64Array | undefined;
  let taken = 0;
  // Without seconds, to hand a large program to the solver would only take time.
  for (let vain = 0; vain < LITTLE.rounds && (effort.fuse?.left() ?? effort.seconds) > 0; ) {
    const relaxed = await relax(withActive(eager, active), effort);
    taken += relaxed.columns;
    const bound = boundOf(model, relaxed.prices, rows.reaches);
    vain = best.bound.value - bound.value > LITTLE.part * Math.abs(bound.value) ? 0 : vain + 1;
    if (bound.value < best.bound.value) best = { prices: relaxed.prices, bound };
    const own = relaxed.values;
    if (!own) break;
    values = own;
    const joined = activate(eager, active, (limits) => usesIn(limits, own), TOLERANCE);
    if (!joined || taken + relaxed.columns > candidates) break;
  }
  return { ...best, values };
}

/** The limits, of which those with many small conflicts are in force only once they are broken. */
function markedLazy(limits: readonly Limits[], rows: Rows): readonly Limits[] {
  if (rows.count <= MANY) return limits;
  const isFew = ({ members, lazy }: Limits, index: number): boolean =>
    !lazy && (!('start' in members) || rows.of[index]!.row.filter((row) => row >= 0).length < FEW * rows.count);
  return limits.map((each, index) => (isFew(each, index) ? each : { ...each, lazy: true }));
}

interface Relaxed extends Pick<Outline, 'prices' | 'values'> {
  readonly columns: number;
}

function relax(model: Model, effort: Effort): Promise<Relaxed> {
  const compiled = compile(model);
  return withProgram(compiled, effort, (program) => {
    program.add(usefulCandidates(model, compiled.rows));
    const whole = { start: undefined, share: 1, plunging: false, complete: true, onRound: () => {} };
    const { prices, outcome } = sift({ ...compiled, ...whole, program });
    const values = () => Float64Array.from({ length: model.candidates }, (_, j) => outcome.value(j));
    return { prices, values: outcome.status === 'optimal' ? values() : undefined, columns: program.present.length };
  });
}

function withoutPrices(model: Model, { reaches }: Rows): Pick<Outline, 'prices' | 'bound'> {
  const prices = model.limits.map(({ groups }) => new Float64Array(groups));
  return { prices, bound: boundOf(model, prices, reaches) };
}

/** The use of every group where each candidate is taken in part. Auxiliary columns are left out. */
function usesIn(limits: Limits, values: Float64Array): Float64Array {
  const uses = new Float64Array(limits.groups);
  values.forEach((value, j) => {
    if (value > 0)
      visitGroups(limits, j, (group, use) => {
        uses[group]! += value * use;
      });
  });
  return uses;
}
