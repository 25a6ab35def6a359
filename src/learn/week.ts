import type { Trial } from './outcomes.ts';

/** Slots of a week: an hour of a weekday each. */
export const SLOTS = 168;

/** The place of an hour of a weekday among the slots of the week: Monday 0:00 is 0, Sunday 23:00 is 167. */
export const slotOf = ({ weekday, hour }: { readonly weekday: number; readonly hour: number }): number =>
  weekday * 24 + hour;

export const weekdayOf = (slot: number): number => Math.floor(slot / 24);

export const hourOf = (slot: number): number => slot % 24;

/** Of each slot, how many trials there were and how many went well. */
export interface Counts {
  readonly samples: Float64Array;
  readonly successes: Float64Array;
}

/** Counts trials by slot. */
export function countsOf(trials: readonly Trial[]): Counts {
  const samples = new Float64Array(SLOTS);
  const successes = new Float64Array(SLOTS);
  for (const trial of trials) {
    const slot = slotOf(trial);
    samples[slot]! += 1;
    if (trial.success) successes[slot]! += 1;
  }
  return { samples, successes };
}

/** What a function of weekday and hour says of each slot. */
export const bySlot = (worth: (weekday: number, hour: number) => number): Float64Array =>
  Float64Array.from({ length: SLOTS }, (_, slot) => worth(weekdayOf(slot), hourOf(slot)));

export const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

/** The mean of values with weights; null where all weights are 0. */
export function meanOf(values: ArrayLike<number>, weights: ArrayLike<number>): number | null {
  let [sum, whole] = [0, 0];
  for (let at = 0; at < values.length; at++) {
    sum += values[at]! * weights[at]!;
    whole += weights[at]!;
  }
  return whole === 0 ? null : sum / whole;
}
