import { evaluate } from '../evaluate.ts';
import { BILLION } from '../model.ts';
import type { Outcome } from '../program/outcome.ts';
import { fill, nothingIn, type Schedule } from './greedy.ts';
import type { Search } from './search.ts';
import type { Relaxation } from './sift.ts';

/** A schedule with its net score, recomputed in whole numbers. */
export interface Incumbent extends Schedule {
  readonly net: number;
  /** False where the solver's values were not whole, or the rounded schedule breaks a hard limit. */
  readonly valid: boolean;
}

/** Values of a candidate above this count as chosen. */
const HALF = 0.5;
/** A value is whole when rounding it moves it by no more than this. */
const WHOLE = 1e-5;
/** A value of the relaxation above this is more than the solver's noise. */
const TAKEN = 1e-6;

/** Rounds the solver's values to a schedule and recomputes its net score. */
export function readSchedule({ model, program }: Search, outcome: Outcome): Incumbent {
  let whole = true;
  const list: number[] = [];
  for (const candidate of program.present) {
    const value = outcome.value(candidate);
    if (value > HALF) list.push(candidate);
    if (Math.abs(value - Math.round(value)) > WHOLE) whole = false;
  }
  const chosen = Int32Array.from(list).sort();
  const net = evaluate(model, chosen, outcome.auxiliary);
  return { chosen, auxiliary: outcome.auxiliary, net, valid: whole && net > -Infinity };
}

/**
 * A schedule made from the relaxation: it begins with the schedule of the search before, and adds the candidates that
 * the relaxation takes most of, as long as the hard limits allow.
 */
export function roundUp({ model, start }: Search, { outcome, bound }: Relaxation): Incumbent | undefined {
  const order: number[] = [];
  for (let j = 0; j < model.candidates; j++) {
    const score = model.score[j]!;
    if (score > 0 && (bound.worth[j]! > -BILLION * score || outcome.value(j) > TAKEN)) order.push(j);
  }
  order.sort((a, b) => outcome.value(b) - outcome.value(a) || bound.worth[b]! - bound.worth[a]! || a - b);
  const none = nothingIn(model);
  const { chosen, auxiliary } = fill(model, start ?? none, order);
  const net = evaluate(model, chosen, auxiliary);
  return net > -Infinity ? { chosen, auxiliary, net, valid: true } : undefined;
}

/** The schedule that chooses nothing; undefined where that breaks a hard limit. */
export function emptySchedule({ model }: Search): Incumbent | undefined {
  const chosen = new Int32Array();
  const auxiliary = new Float64Array(model.auxiliary?.count ?? 0);
  const net = evaluate(model, chosen, auxiliary);
  return net === -Infinity ? undefined : { chosen, auxiliary, net, valid: true };
}

/** The valid one of greater net score, the first of equals. */
export function better(first: Incumbent | undefined, second: Incumbent | undefined): Incumbent | undefined {
  if (!second?.valid) return first;
  return !first || second.net > first.net ? second : first;
}
