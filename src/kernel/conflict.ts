import { visitGroups } from './members.ts';
import type { Conflict, Hinge, Limits, Model, Solution } from './model.ts';

/** One hard limit: an entry of `model.limits` and a group. */
interface Hard {
  readonly limits: number;
  readonly group: number;
}

/** Solves a model without asking for its conflict. */
export type Solve = (model: Model) => Promise<Solution>;

/**
 * Names a smallest set of hard limits that cannot hold together, and the least loosening that lets a schedule exist.
 *
 * Smallest in the sense that leaving out any one member makes the rest possible. Found by QuickXplain (Junker 2004):
 * halves of the limits are put back only where they are needed.
 */
export async function findConflict(model: Model, solve: Solve): Promise<Conflict> {
  const all = hardLimits(model);
  const possible = async (kept: readonly Hard[]) => (await solve(restricted(model, kept))).status !== 'infeasible';
  const members = (await possible(all)) ? [] : await quickXplain([], false, all, possible);
  return {
    members: members.map(({ limits, group }) => ({
      rule: model.limits[limits]!.rule,
      group,
      label: model.limits[limits]!.label(group),
    })),
    relaxation: await cheapestRelaxation(model, solve),
  };
}

type Possible = (kept: readonly Hard[]) => Promise<boolean>;

async function quickXplain(
  held: readonly Hard[],
  grown: boolean,
  rest: readonly Hard[],
  possible: Possible,
): Promise<readonly Hard[]> {
  if (grown && !(await possible(held))) return [];
  if (rest.length <= 1) return rest;
  const half = Math.floor(rest.length / 2);
  const [left, right] = [rest.slice(0, half), rest.slice(half)];
  const ofRight = await quickXplain([...held, ...left], left.length > 0, right, possible);
  const ofLeft = await quickXplain([...held, ...ofRight], ofRight.length > 0, left, possible);
  return [...ofLeft, ...ofRight];
}

/** Hard limits that some column can run into; those of empty groups count only where nothing is too little. */
function hardLimits(model: Model): readonly Hard[] {
  return model.limits.flatMap((limits, index) =>
    Array.from({ length: limits.groups }, (_, group) => ({ limits: index, group })).filter(
      ({ group }) =>
        Number.isFinite(limits.most?.[group] ?? Infinity) || Number.isFinite(limits.least?.[group] ?? -Infinity),
    ),
  );
}

/** The model with only some of its hard limits, and nothing to gain. */
function restricted(model: Model, kept: readonly Hard[]): Model {
  const limits = model.limits.map((each, index) => {
    const groups = new Set(kept.filter((hard) => hard.limits === index).map((hard) => hard.group));
    const only = (values: Float64Array | undefined, none: number) =>
      Float64Array.from({ length: each.groups }, (_, group) => (groups.has(group) ? (values?.[group] ?? none) : none));
    return { ...bare(each), most: only(each.most, Infinity), least: only(each.least, -Infinity) };
  });
  return worthless(model, limits);
}

/** Every hard limit made soft at one unit each: what the optimum still breaks is the least that must give way. */
async function cheapestRelaxation(model: Model, solve: Solve): Promise<Conflict['relaxation']> {
  const limits = model.limits.map((each): Limits => {
    const hinges = (values: Float64Array | undefined): readonly Hinge[] => (values ? [{ at: values, price: 1 }] : []);
    return { ...bare(each), over: hinges(each.most), under: hinges(each.least?.map((v) => Math.max(v, lowestOf(v)))) };
  });
  const soft = worthless(model, limits);
  const solution = await solve(soft);
  return model.limits.flatMap((each) => {
    const uses = new Float64Array(each.groups);
    for (const column of solution.chosen)
      visitGroups(each, column, (group, use) => {
        uses[group]! += use;
      });
    solution.auxiliary.forEach((value, k) => {
      visitGroups(each, model.candidates + k, (group, use) => {
        uses[group]! += use * value;
      });
    });
    return Array.from(uses, (use, group) => ({
      rule: each.rule,
      label: each.label(group),
      by: Math.max(0, use - (each.most?.[group] ?? Infinity), (each.least?.[group] ?? -Infinity) - use),
    })).filter(({ by }) => by > 0);
  });
}

/** An infinite hinge would charge infinitely much; a limit that is none begins where no use can be. */
const lowestOf = (value: number): number => (value === -Infinity ? -1e9 : value);

const bare = ({ rule, groups, members, label, more }: Limits): Limits => ({ rule, groups, members, label, more });

function worthless(model: Model, limits: readonly Limits[]): Model {
  const { auxiliary } = model;
  return {
    ...model,
    limits,
    score: new Float64Array(model.candidates),
    ...(auxiliary ? { auxiliary: { ...auxiliary, score: new Float64Array(auxiliary.count) } } : {}),
  };
}
