import { evaluate } from '../evaluate.ts';
import { shareOf } from '../fuse.ts';
import { usesOf, visitGroups } from '../members.ts';
import { BILLION, type Effort, type Limits, type Model, type Solution } from '../model.ts';
import { type Compiled, compile } from '../program/compile.ts';
import { withProgram } from '../program/program.ts';
import { rowsOf } from '../program/rows.ts';
import { boundOf, floorTo } from './bound.ts';
import { fill, type Schedule } from './greedy.ts';
import type { Prices } from './pricing.ts';
import type { Start } from './search.ts';
import { sift } from './sift.ts';
import { usefulCandidates } from './useful.ts';

/** Limits with fewer rows than this part of all rows are few. */
const FEW = 1 / 50;
/** How much of the seconds it may take. */
const SHARE = 0.25;

/**
 * Prices that prove a bound by the few limits that weigh most: those which each candidate is in once at the most, such as
 * the room in a break, and those with few groups. The many small conflicts between two candidates are left out, which
 * can only raise the bound; on logs of a week by half a percent to one percent, in a twentieth of the time. What earlier
 * priorities hold is left out too: without it, candidates of no value are no part of the program at all.
 *
 * Undefined where no limit could be left out.
 */
async function coreProof({ model, rows }: Compiled, effort: Effort): Promise<Prices | undefined> {
  const isCore = ({ members, most, over }: Limits, index: number): boolean =>
    (most !== undefined || (over ?? []).length > 0) &&
    (!('start' in members) || rows.of[index]!.row.filter((row) => row >= 0).length < FEW * rows.count);
  const kept = model.limits.map(isCore);
  if (kept.every((own) => own)) return undefined;
  const core = compile({ ...model, limits: model.limits.filter((_, index) => kept[index]).map(withoutLeast) });
  const search = { ...core, start: undefined, share: 1, complete: false, onRound: () => {} };
  const { prices } = await withProgram(core, shareOf(effort, SHARE), (program) => sift({ ...search, program }));
  let next = 0;
  const all = model.limits.map(({ groups }, index) => (kept[index] ? prices[next++]! : new Float64Array(groups)));
  return [all, ...dearestPrices(model)].reduce((best, each) =>
    boundOf(model, each, rows.reaches).value < boundOf(model, best, rows.reaches).value ? each : best,
  );
}

const withoutLeast = ({ least: _, ...limits }: Limits): Limits => limits;

/**
 * Prices without any program: each group of one rule costs what its dearest candidate scores, so that no schedule scores
 * more than the dearest of each group. One set of prices for each rule that all candidates of value are under.
 */
function dearestPrices(model: Model): readonly Prices[] {
  return model.limits.flatMap((limits, chosen) => {
    const { members, most } = limits;
    if (!most || 'start' in members || members.use) return [];
    if (model.score.some((score, j) => score > 0 && (members.group[j] ?? -1) < 0)) return [];
    const dearest = new Float64Array(limits.groups);
    for (let j = 0; j < model.candidates; j++)
      visitGroups(limits, j, (group) => {
        dearest[group] = Math.max(dearest[group]!, Math.ceil((model.score[j]! / model.unit) * BILLION));
      });
    return [model.limits.map(({ groups }, index) => (index === chosen ? dearest : new Float64Array(groups)))];
  });
}

/** Models with more rows than this are large: their whole relaxation may take longer than there is. */
const LARGE = 5000;

/**
 * A first schedule of a large model, and a bound, without its relaxation: candidates are added by what they are worth at
 * the prices of the core, dearest first. Undefined where the model is not large, or where this meets not all hard limits.
 */
export async function quickSolution(model: Model, effort: Effort, start?: Start): Promise<Solution | undefined> {
  // A group has one row at the most: most models are told to be small without being compiled for it.
  if (model.limits.reduce((sum, { groups }) => sum + groups, 0) <= LARGE) return undefined;
  const compiled = compile(model);
  const { rows } = compiled;
  if (rows.count <= LARGE || rows.impossible) return undefined;
  const prices = await coreProof(compiled, effort);
  if (!prices) return undefined;
  const { value, worth } = boundOf(model, prices, rows.reaches);
  const none = { chosen: new Int32Array(), auxiliary: new Float64Array(model.auxiliary?.count ?? 0) };
  const order = usefulCandidates(model, rows).sort((a, b) => worth[b]! - worth[a]! || a - b);
  const isWanted = wantedBy(model, start ?? none);
  const met = fill(model, start ?? none, order.filter(isWanted));
  const { chosen, auxiliary } = fill(
    model,
    met,
    order.filter((j) => model.score[j]! > 0),
    'paying',
  );
  const net = evaluate(model, chosen, auxiliary);
  if (net === -Infinity) return undefined;
  return {
    status: 'feasible',
    chosen,
    auxiliary,
    net,
    bound: floorTo(value, rows.quantum),
    prices,
    reproducible: true,
    work: { method: 'sifting', rounds: 0, columns: order.length, iterations: 0, nodes: 0 },
  };
}

/** Whether a candidate is in a group that uses less than it must. */
function wantedBy(model: Model, { chosen, auxiliary }: Schedule): (candidate: number) => boolean {
  const wanting = model.limits.flatMap((limits) => {
    const { least } = limits;
    return least ? [{ limits, least, uses: usesOf(model, limits, chosen, auxiliary) }] : [];
  });
  return (candidate) => {
    let wanted = false;
    for (const { limits, least, uses } of wanting)
      visitGroups(limits, candidate, (group, use) => {
        if (use > 0 && uses[group]! < least[group]!) wanted = true;
      });
    return wanted;
  };
}

/** A solution that is not proven, with the bound by the dearest of each group where it is lower than its own. */
export function boundedByDearest(model: Model, solution: Solution): Solution {
  const { quantum, reaches } = rowsOf(model);
  let { bound, prices } = solution;
  for (const dearest of dearestPrices(model)) {
    const own = floorTo(boundOf(model, dearest, reaches).value, quantum);
    if (own < bound) [bound, prices] = [own, dearest];
  }
  return { ...solution, bound, prices };
}
