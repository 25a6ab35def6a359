import { mostOf, scoreOf, visitGroups } from '../members.ts';
import type { Auxiliary, Block, Limits, Model } from '../model.ts';
import type { Schedule } from '../search/greedy.ts';

/** A piece of a model that no limit joins to the rest, with its columns and groups numbered anew. */
export interface Part {
  readonly model: Model;
  /** The whole model's number of each candidate, and of each auxiliary column (from 0). */
  readonly candidates: Int32Array;
  readonly auxiliary: Int32Array;
  /** For each entry of `model.limits`: the whole model's number of each group. */
  readonly groups: readonly Int32Array[];
}

/** The part of a model that has these columns, ascending, and the groups that they are in. */
export function partOf(model: Model, columns: readonly number[]): Part {
  const candidates = Int32Array.from(columns.filter((column) => column < model.candidates));
  const helpers = columns.filter((column) => column >= model.candidates);
  const pieces = model.limits.map((limits) => limitsOver(limits, columns));
  const pick = (values: Float64Array) => Float64Array.from(candidates, (j) => values[j]!);
  const { priorities } = model;
  return {
    candidates,
    auxiliary: Int32Array.from(helpers, (column) => column - model.candidates),
    groups: pieces.map(({ groups }) => groups),
    model: {
      unit: model.unit,
      candidates: candidates.length,
      score: pick(model.score),
      tie: Uint32Array.from(candidates, (j) => model.tie[j]!),
      limits: pieces.map(({ limits }) => limits),
      auxiliary: {
        count: helpers.length,
        most: Float64Array.from(helpers, (column) => mostOf(model, column)),
        score: Float64Array.from(helpers, (column) => scoreOf(model, column)),
        ...blocksOver(model, columns),
      },
      ...(priorities ? { priorities: priorities.map((each) => ({ ...each, value: pick(each.value) })) } : {}),
    },
  };
}

/** The blocks of helper columns of which a part has all columns and all candidates. */
function blocksOver({ auxiliary }: Model, columns: readonly number[]): Pick<Auxiliary, 'blocks'> {
  if (!auxiliary?.blocks) return {};
  const number = new Map(columns.map((column, at) => [column, at] as const));
  const own = (list: readonly number[]) => list.flatMap((column) => number.get(column) ?? []);
  const blocks = auxiliary.blocks
    .filter((block) => [...block.columns, ...block.candidates].every((column) => number.has(column)))
    .map(
      (block): Block => ({
        columns: own(block.columns),
        candidates: own(block.candidates),
        values: (chosen) => block.values(chosen.map((k) => columns[k]!)),
      }),
    );
  return { blocks };
}

/** What a schedule of the whole model is in a part of it. */
export function within({ candidates, auxiliary }: Pick<Part, 'candidates' | 'auxiliary'>, whole: Schedule): Schedule {
  const chosen = new Set(whole.chosen);
  return {
    chosen: Int32Array.from(candidates.keys()).filter((k) => chosen.has(candidates[k]!)),
    auxiliary: Float64Array.from(auxiliary, (k) => whole.auxiliary[k]!),
  };
}

/** A schedule of the whole model with what a part of it has become. */
export function replaced(
  whole: Schedule,
  { candidates, auxiliary }: Pick<Part, 'candidates' | 'auxiliary'>,
  found: Schedule,
): Schedule {
  const own = new Set(candidates);
  const kept = whole.chosen.filter((j) => !own.has(j));
  const values = whole.auxiliary.slice();
  auxiliary.forEach((k, at) => {
    values[k] = found.auxiliary[at]!;
  });
  const chosen = Int32Array.from([...kept, ...Array.from(found.chosen, (k) => candidates[k]!)]).sort();
  return { chosen, auxiliary: values };
}

/** One rule's limits over some columns, and only the groups that they are in. */
function limitsOver(
  limits: Limits,
  columns: readonly number[],
): { readonly limits: Limits; readonly groups: Int32Array } {
  const number = new Map<number, number>();
  const start = [0];
  const group: number[] = [];
  const use: number[] = [];
  for (const column of columns) {
    visitGroups(limits, column, (own, amount) => {
      if (!number.has(own)) number.set(own, number.size);
      group.push(number.get(own)!);
      use.push(amount);
    });
    start.push(group.length);
  }
  const groups = Int32Array.from(number.keys());
  const of = (values: Float64Array) => Float64Array.from(groups, (own) => values[own]!);
  const hinges = (list: Limits['over']) => (list ?? []).map(({ at, price }) => ({ at: of(at), price }));
  const { most, least, label, more } = limits;
  return {
    groups,
    limits: {
      ...limits,
      groups: groups.length,
      members: { start: Int32Array.from(start), group: Int32Array.from(group), use: Float64Array.from(use) },
      ...(most ? { most: of(most) } : {}),
      ...(least ? { least: of(least) } : {}),
      over: hinges(limits.over),
      under: hinges(limits.under),
      label: (own) => label(groups[own]!),
      more: (own) => more(groups[own]!),
    },
  };
}
