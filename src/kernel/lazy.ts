import { usesOf, visitGroups } from './members.ts';
import type { Limits, Model, Solution } from './model.ts';
import type { Rows } from './rows.ts';

/** Groups of lazy limits that a schedule has broken, by their entry of `model.limits`. Grows while a model is solved. */
export type Awake = Map<number, Set<number>>;

/** The model without the lazy limits that nothing has broken yet. */
export function drowsy(model: Model, awake: Awake): Model {
  if (!model.limits.some(({ lazy }) => lazy)) return model;
  return {
    ...model,
    limits: model.limits.map((limits, index) => (limits.lazy ? only(limits, awake.get(index)) : limits)),
  };
}

function only(limits: Limits, groups: ReadonlySet<number> | undefined): Limits {
  const kept = (values: Float64Array, none: number) => values.map((value, g) => (groups?.has(g) ? value : none));
  const { most, least } = limits;
  return {
    ...limits,
    ...(most ? { most: kept(most, Infinity) } : {}),
    ...(least ? { least: kept(least, -Infinity) } : {}),
  };
}

/** Wakes the lazy limits that a solution breaks; false where there is none. */
export function wake(model: Model, awake: Awake, { chosen, auxiliary }: Solution): boolean {
  let woken = false;
  model.limits.forEach((limits, index) => {
    if (!limits.lazy) return;
    usesOf(model, limits, chosen, auxiliary).forEach((use, g) => {
      if (use <= (limits.most?.[g] ?? Infinity) && use >= (limits.least?.[g] ?? -Infinity)) return;
      awake.set(index, (awake.get(index) ?? new Set()).add(g));
      woken = true;
    });
  });
  return woken;
}

/**
 * Candidates that may be in a better schedule. The others score nothing and only use up what limits grant: any
 * schedule is at least as good without them.
 */
export function useful(model: Model, rows: Rows): number[] {
  const helps = new Uint8Array(model.candidates);
  model.score.forEach((score, j) => {
    // Among equals the hash decides, and it may decide for one that scores nothing.
    if (score > 0 || (score === 0 && model.tie[j]! > 0)) helps[j] = 1;
  });
  model.limits.forEach((limits, index) => {
    const { row } = rows.of[index]!;
    for (let j = 0; j < model.candidates; j++) {
      if (helps[j] === 1) continue;
      visitGroups(limits, j, (g, use) => {
        if (row[g]! >= 0 && (use > 0 ? wants(limits.least, limits.under, g) : wants(limits.most, limits.over, g)))
          helps[j] = 1;
      });
    }
  });
  return Array.from({ length: model.candidates }, (_, j) => j).filter((j) => helps[j] === 1);
}

const wants = (hard: Float64Array | undefined, soft: Limits['over'], group: number): boolean =>
  Number.isFinite(hard?.[group] ?? Infinity) || (soft?.length ?? 0) > 0;
