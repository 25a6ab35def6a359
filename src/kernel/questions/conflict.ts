import { usesOf } from '../members.ts';
import type { Conflict, Hinge, Limits, Model, Solution } from '../model.ts';
import type { Schedule } from '../search/greedy.ts';

/** One hard limit: an entry of `model.limits` and a group. */
interface Hard {
  readonly limits: number;
  readonly group: number;
}

/** Solves a model without asking for its conflict. */
export type Solve = (model: Model) => Promise<Solution>;

/** A best schedule of a model in which every limit may be broken at a price of 1, and none escapes that. */
export type Relax = (model: Model) => Promise<Schedule>;

/**
 * Names a smallest set of hard limits that cannot hold together, and the least loosening that lets a schedule exist.
 *
 * Smallest in the sense that leaving out any one member makes the rest possible. Found by QuickXplain (Junker 2004):
 * halves of the limits are put back only where they are needed.
 */
export async function findConflict(model: Model, solve: Solve, relax: Relax): Promise<Conflict> {
  const all = hardLimits(model);
  const possible = async (kept: readonly Hard[]) => (await solve(withOnly(model, kept))).status !== 'infeasible';
  const members = (await possible(all)) ? [] : await quickXplain({ background: [], grown: false, rest: all }, possible);
  return {
    members: members.map(({ limits, group }) => ({
      rule: model.limits[limits]!.rule,
      group,
      label: model.limits[limits]!.label(group),
    })),
    relaxation: await cheapestRelaxation(model, relax),
  };
}

/** Whether a schedule can meet these limits together. */
type Possible = (kept: readonly Hard[]) => Promise<boolean>;

/** One step of QuickXplain: which members of `rest` are needed for a conflict with `background`? */
interface Step {
  readonly background: readonly Hard[];
  /** Whether the background has grown since it was last found possible. */
  readonly grown: boolean;
  readonly rest: readonly Hard[];
}

async function quickXplain({ background, grown, rest }: Step, possible: Possible): Promise<readonly Hard[]> {
  // A background that is a conflict by itself needs nothing of the rest.
  if (grown && !(await possible(background))) return [];
  if (rest.length <= 1) return rest;
  const half = Math.floor(rest.length / 2);
  const left = rest.slice(0, half);
  const right = rest.slice(half);
  const withLeft = { background: [...background, ...left], grown: left.length > 0, rest: right };
  const ofRight = await quickXplain(withLeft, possible);
  const withRight = { background: [...background, ...ofRight], grown: ofRight.length > 0, rest: left };
  const ofLeft = await quickXplain(withRight, possible);
  return [...ofLeft, ...ofRight];
}

/** All hard limits that are limits: those at infinity forbid nothing. */
function hardLimits(model: Model): readonly Hard[] {
  return model.limits.flatMap((limits, index) =>
    Array.from({ length: limits.groups }, (_, group) => ({ limits: index, group })).filter(
      ({ group }) =>
        Number.isFinite(limits.most?.[group] ?? Infinity) || Number.isFinite(limits.least?.[group] ?? -Infinity),
    ),
  );
}

/** The model with only some of its hard limits, no penalty and no score: only whether a schedule exists is left. */
function withOnly(model: Model, kept: readonly Hard[]): Model {
  const limits = model.limits.map((each, index) => {
    const groups = new Set(kept.filter((hard) => hard.limits === index).map((hard) => hard.group));
    const only = (values: Float64Array | undefined, none: number) =>
      Float64Array.from({ length: each.groups }, (_, group) => (groups.has(group) ? (values?.[group] ?? none) : none));
    return { ...unlimited(each), most: only(each.most, Infinity), least: only(each.least, -Infinity) };
  });
  return withLimits(model, limits);
}

/**
 * The cheapest way out: every hard limit becomes soft, at a price of one for each unit beyond it. What the best
 * schedule still breaks is the least that must give way.
 */
async function cheapestRelaxation(model: Model, relax: Relax): Promise<Conflict['relaxation']> {
  const limits = model.limits.map((each): Limits => {
    const hinges = (values: Float64Array | undefined): readonly Hinge[] => (values ? [{ at: values, price: 1 }] : []);
    return { ...unlimited(each), over: hinges(each.most), under: hinges(each.least?.map(finite)) };
  });
  const soft = withLimits(model, limits);
  const { chosen, auxiliary } = await relax(soft);
  return model.limits.flatMap((each) => {
    const uses = usesOf(model, each, chosen, auxiliary);
    return Array.from(uses, (use, group) => ({
      rule: each.rule,
      label: each.label(group),
      by: Math.max(0, use - (each.most?.[group] ?? Infinity), (each.least?.[group] ?? -Infinity) - use),
    })).filter(({ by }) => by > 0);
  });
}

/** A hinge at minus infinity would charge infinitely much. This one is below every use, so that it charges nothing. */
const finite = (value: number): number => (value === -Infinity ? -1e9 : value);

/** The groups of a rule and their names, without any limit. */
const unlimited = ({ rule, groups, members, label, more }: Limits): Limits => ({ rule, groups, members, label, more });

/** The model with other limits and without a score. */
function withLimits(model: Model, limits: readonly Limits[]): Model {
  const { auxiliary } = model;
  return {
    ...model,
    limits,
    score: new Float64Array(model.candidates),
    ...(auxiliary ? { auxiliary: { ...auxiliary, score: new Float64Array(auxiliary.count) } } : {}),
  };
}
