import { columnsOf, gcd, reachOf, stepOf, visitGroups } from '../members.ts';
import { BILLION, type Limits, type Model, type Solution } from '../model.ts';
import { freeRange, segmentsOf, softPenaltyOf } from '../penalty.ts';
import { boundOf, reachesOf } from '../search/bound.ts';

/**
 * The candidates that can be in a schedule that nets at least `net`: by reduced cost, no other can. With the net of
 * the optimum these are the candidates of all optimal schedules, and they are few.
 */
export function candidatesAtNet(model: Model, solution: Solution, net: number): Int32Array {
  const { value, worth } = boundOf(model, solution.prices, reachesOf(model));
  const kept: number[] = [];
  for (let j = 0; j < model.candidates; j++) if (value + Math.min(0, worth[j]! / BILLION) >= net - 1e-6) kept.push(j);
  return Int32Array.from(kept);
}

/**
 * The model of the schedules that net `net` or more. Its own score is empty, so that another aim can take its place.
 *
 * A hard limit on the net score has to count penalties too. So each penalty becomes auxiliary columns that pay it:
 * where "200 for each loan above 1" stood, the limit is now hard at 1, a payer lowers the use by one, and the limit on
 * the net score counts 200 for it.
 */
export function modelAtNet(model: Model, net: number): Model {
  const pieces = model.limits.map((limits) => withoutPenalties(model, limits));
  const payers = pieces.flatMap((piece) => piece.payers);
  const own = model.auxiliary ?? { count: 0, most: new Float64Array(), score: new Float64Array() };
  const count = own.count + payers.length;
  const most = Float64Array.from([...own.most, ...payers.map((payer) => payer.most)]);
  const cost = Float64Array.from([...own.score, ...payers.map((payer) => -payer.price)]);
  const offset = pieces.reduce((sum, piece) => sum + piece.offset, 0);
  const columns = columnsOf(model) + payers.length;
  let first = columnsOf(model);
  const limits = pieces.map((piece) => {
    const extended = withPayers(piece, { columns, first });
    first += piece.payers.length;
    return extended;
  });
  return {
    unit: model.unit,
    candidates: model.candidates,
    score: new Float64Array(model.candidates),
    tie: model.tie,
    auxiliary: { count, most, score: new Float64Array(count) },
    limits: [...limits, netLimit(model, cost, net + offset)],
  };
}

/** An auxiliary column that pays for use outside the free range: once for each step of it. */
interface Payer {
  readonly group: number;
  /** What one of it adds to the use of its group. */
  readonly use: number;
  readonly most: number;
  readonly price: number;
}

/** Limits whose free range has become hard, and what their penalties have become. */
interface Piece {
  readonly limits: Limits;
  readonly payers: readonly Payer[];
  /** Penalties that no schedule escapes. */
  readonly offset: number;
}

function withoutPenalties(model: Model, limits: Limits): Piece {
  const reach = reachOf(model, limits);
  const least = new Float64Array(limits.groups).fill(-Infinity);
  const most = new Float64Array(limits.groups).fill(Infinity);
  const payers: Payer[] = [];
  let offset = 0;
  for (let group = 0; group < limits.groups; group++) {
    const step = stepOf(reach, group);
    const segments = segmentsOf(limits, group, reach);
    if (!segments) throw new RangeError(`no use of ${limits.label(group)} meets its hard limits`);
    const free = freeRange(segments);
    least[group] = free.from * step;
    most[group] = free.to * step;
    offset += softPenaltyOf(limits, group, free.from * step);
    for (const { from, to, slope } of segments)
      if (slope !== 0) payers.push({ group, use: slope > 0 ? -step : step, most: to - from, price: Math.abs(slope) });
  }
  const { over: _, under: __, ...hard } = limits;
  return { limits: { ...hard, least, most }, payers, offset };
}

/** The limits of a piece with its payers as members. Its payers are the columns from `first` on. */
function withPayers(
  { limits, payers }: Piece,
  { columns, first }: { readonly columns: number; readonly first: number },
): Limits {
  const start = [0];
  const group: number[] = [];
  const use: number[] = [];
  const enter = (ofGroup: number, amount: number) => {
    group.push(ofGroup);
    use.push(amount);
  };
  for (let column = 0; column < columns; column++) {
    const payer = payers[column - first];
    if (payer) enter(payer.group, payer.use);
    else visitGroups(limits, column, enter);
    start.push(group.length);
  }
  return {
    ...limits,
    members: { start: Int32Array.from(start), group: Int32Array.from(group), use: Float64Array.from(use) },
  };
}

/** The hard limit that keeps scores less costs at `net` or more. */
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
