import type { Face } from './optimal-schedules.ts';

/** How many rows of a schedule no optimal schedule can do without. */
export interface Backbone {
  readonly always: number;
  readonly chosen: number;
  /** False where the solver gave up: at least so many, then. */
  readonly exact: boolean;
  /** Those candidates, in the session's numbering. */
  readonly candidates: Int32Array;
}

/**
 * The candidates that every optimal schedule chooses: of those in all the schedules met so far, as few as possible are
 * kept; whatever the next schedule lets go is none of them; until no schedule lets go of any.
 */
export async function backboneOf(face: Face): Promise<Backbone> {
  const chosen = face.known[0]!;
  let always = face.known.reduce<readonly number[]>(
    (left, other) => left.filter((j) => other.includes(j)),
    [...chosen],
  );
  for (;;) {
    const result = (exact: boolean): Backbone => ({
      always: exact ? always.length : 0,
      chosen: chosen.length,
      exact,
      candidates: exact ? Int32Array.from(always, (k) => face.kept[k]!) : new Int32Array(),
    });
    if (always.length === 0) return result(true);
    const score = new Float64Array(face.model.candidates);
    for (const j of always) score[j] = -1;
    const least = await face.extreme({ ...face.model, score });
    if (!least) return result(false);
    if (-least.bound >= always.length) return result(true);
    const left = always.filter((j) => least.chosen.includes(j));
    if (left.length === always.length || least.reached === -Infinity) return result(false);
    always = left;
  }
}
