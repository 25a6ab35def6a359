import type { Hinge, Limits, Model } from '../../src/kernel/model.ts';

/** A small model written as rows: scores, then for each rule its groups and prices. */
export function modelOf(scores: readonly number[], limits: readonly Limits[], more: Partial<Model> = {}): Model {
  return {
    unit: 1,
    candidates: scores.length,
    score: Float64Array.from(scores),
    tie: Uint32Array.from(scores, (_, j) => (j * 2654435761) >>> 0),
    limits,
    ...more,
  };
}

/** Limits of one rule from plain lists; `group[j]` is candidate j's group, or -1. */
export function limitsOf(
  rule: string,
  group: readonly number[],
  rest: {
    readonly groups?: number;
    readonly use?: readonly number[];
    readonly most?: readonly number[];
    readonly least?: readonly number[];
    readonly over?: readonly (readonly [at: number, price: number])[];
    readonly under?: readonly (readonly [at: number, price: number])[];
  },
): Limits {
  const groups = rest.groups ?? Math.max(0, ...group) + 1;
  const hinges = (list: readonly (readonly [number, number])[] | undefined): readonly Hinge[] =>
    (list ?? []).map(([at, price]) => ({ at: new Float64Array(groups).fill(at), price }));
  return {
    rule,
    groups,
    members: { group: Int32Array.from(group), ...(rest.use ? { use: Float64Array.from(rest.use) } : {}) },
    ...(rest.most ? { most: Float64Array.from(rest.most) } : {}),
    ...(rest.least ? { least: Float64Array.from(rest.least) } : {}),
    over: hinges(rest.over),
    under: hinges(rest.under),
    label: (g) => `${rule} ${g}`,
    more: (g) => `one more of ${rule} ${g}`,
  };
}

/** The best net score over every subset of candidates (and value of auxiliary columns), by trying them all. */
export function bruteForce(model: Model): { readonly net: number; readonly feasible: boolean } {
  let best = -Infinity;
  const auxiliary = model.auxiliary;
  const ranges = Array.from({ length: auxiliary?.count ?? 0 }, (_, k) => auxiliary!.most[k]! + 1);
  const combinations = ranges.reduce((product, range) => product * range, 1);
  for (let mask = 0; mask < 2 ** model.candidates; mask++) {
    for (let combination = 0; combination < combinations; combination++) {
      const values: number[] = [];
      let rest = combination;
      for (const range of ranges) {
        values.push(rest % range);
        rest = Math.floor(rest / range);
      }
      best = Math.max(best, netOf(model, mask, values));
    }
  }
  return { net: best, feasible: best > -Infinity };
}

/** Net score by the letter of the model: no shared code with the kernel. */
function netOf(model: Model, mask: number, values: readonly number[]): number {
  const value = (column: number) =>
    column < model.candidates ? (mask >> column) & 1 : values[column - model.candidates]!;
  const columns = model.candidates + values.length;
  let net = 0;
  for (let j = 0; j < columns; j++)
    net += value(j) * (j < model.candidates ? model.score[j]! : model.auxiliary!.score[j - model.candidates]!);
  for (const limits of model.limits) {
    const uses = Array.from({ length: limits.groups }, () => 0);
    const { members } = limits;
    for (let j = 0; j < columns; j++) {
      if ('start' in members) {
        for (let k = members.start[j]!; k < (members.start[j + 1] ?? members.start[j]!); k++)
          uses[members.group[k]!]! += value(j) * (members.use?.[k] ?? 1);
      } else if ((members.group[j] ?? -1) >= 0) uses[members.group[j]!]! += value(j) * (members.use?.[j] ?? 1);
    }
    for (let g = 0; g < limits.groups; g++) {
      const use = uses[g]!;
      if (use > (limits.most?.[g] ?? Infinity) || use < (limits.least?.[g] ?? -Infinity)) return -Infinity;
      for (const { at, price } of limits.over ?? []) net -= price * Math.max(0, use - at[g]!);
      for (const { at, price } of limits.under ?? []) net -= price * Math.max(0, at[g]! - use);
    }
  }
  return net;
}
