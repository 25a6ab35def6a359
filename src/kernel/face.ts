import { boundOf, reachesOf } from './bound.ts';
import { gcd, reachOf, visitGroups } from './members.ts';
import { BILLION, type Limits, type Model, type Solution } from './model.ts';
import { segmentsOf, softPenaltyOf } from './penalty.ts';

/**
 * The candidates that can be in a schedule that nets at least `net`: by reduced cost, no other can. With the net of
 * the optimum this is where all optimal schedules live, and it is small.
 */
export function worthKeeping(model: Model, solution: Solution, net: number): Int32Array {
  const { value, worth } = boundOf(model, solution.prices, reachesOf(model));
  const kept: number[] = [];
  for (let j = 0; j < model.candidates; j++) if (value + Math.min(0, worth[j]! / BILLION) >= net - 1e-6) kept.push(j);
  return Int32Array.from(kept);
}

/**
 * The model whose penalties have become auxiliary columns that pay them, and whose net score a hard limit holds at
 * `net` or more; its own score is empty, so that another aim can take its place.
 */
export function heldAt(model: Model, net: number): Model {
  const own = model.auxiliary?.count ?? 0;
  const payers: Payer[] = [];
  let offset = 0;
  const limits = model.limits.map((each, index) => {
    const hard = hardened(model, each, index, payers);
    offset += hard.offset;
    return hard;
  });
  const count = own + payers.length;
  const most = Float64Array.from({ length: count }, (_, k) =>
    k < own ? model.auxiliary!.most[k]! : payers[k - own]!.most,
  );
  const cost = Float64Array.from({ length: count }, (_, k) =>
    k < own ? model.auxiliary!.score[k]! : -payers[k - own]!.price,
  );
  const rebuilt = limits.map((hard, index) => withPayers(model, hard.limits, index, own, payers));
  return {
    unit: model.unit,
    candidates: model.candidates,
    score: new Float64Array(model.candidates),
    tie: model.tie,
    auxiliary: { count, most, score: new Float64Array(count) },
    limits: [...rebuilt, netLimit(model, cost, net + offset)],
  };
}

/** An auxiliary column that pays for going beyond what is free: once for each step of use. */
interface Payer {
  readonly limits: number;
  readonly group: number;
  /** What one of it adds to the use of its group. */
  readonly use: number;
  readonly most: number;
  readonly price: number;
}

function hardened(model: Model, limits: Limits, index: number, payers: Payer[]) {
  const reach = reachOf(model, limits);
  const least = new Float64Array(limits.groups).fill(-Infinity);
  const most = new Float64Array(limits.groups).fill(Infinity);
  let offset = 0;
  for (let group = 0; group < limits.groups; group++) {
    const step = reach.step[group]! || 1;
    const segments = segmentsOf(limits, group, step, reach.lowest[group]!, reach.highest[group]!);
    if (!segments) throw new RangeError(`no use of ${limits.label(group)} meets its hard limits`);
    const flat = segments.find((segment) => segment.slope === 0);
    const edge = segments.find((segment) => segment.slope > 0)?.from ?? segments.at(-1)!.to;
    const free = flat ?? { from: edge, to: edge };
    least[group] = free.from * step;
    most[group] = free.to * step;
    offset += softPenaltyOf(limits, group, free.from * step);
    for (const { from, to, slope } of segments)
      if (slope !== 0)
        payers.push({ limits: index, group, use: slope > 0 ? -step : step, most: to - from, price: Math.abs(slope) });
  }
  const { over: _, under: __, ...rest } = limits;
  return { limits: { ...rest, least, most }, offset };
}

/** Adds the payers of one rule to its members. */
function withPayers(model: Model, limits: Limits, index: number, own: number, payers: readonly Payer[]): Limits {
  const start = [0];
  const group: number[] = [];
  const use: number[] = [];
  for (let column = 0; column < model.candidates + own + payers.length; column++) {
    const payer = payers[column - model.candidates - own];
    if (column < model.candidates + own)
      visitGroups(limits, column, (g, u) => {
        group.push(g);
        use.push(u);
      });
    else if (payer!.limits === index) {
      group.push(payer!.group);
      use.push(payer!.use);
    }
    start.push(group.length);
  }
  return {
    ...limits,
    members: { start: Int32Array.from(start), group: Int32Array.from(group), use: Float64Array.from(use) },
  };
}

function netLimit(model: Model, cost: Float64Array, net: number): Limits {
  const use = Float64Array.from([...model.score, ...cost]);
  // A column that neither scores nor costs is in no group: a use of zero would say nothing.
  const group = Int32Array.from(use, (value) => (value === 0 ? -1 : 0));
  const step = use.reduce((divisor, value) => gcd(divisor, Math.abs(value)), 0) || 1;
  return {
    rule: 'net_score',
    groups: 1,
    members: { group, use },
    least: Float64Array.of(Math.ceil(net / step) * step),
    label: () => 'the net score',
    more: () => 'one more unit of net score',
  };
}
