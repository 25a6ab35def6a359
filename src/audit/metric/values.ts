import { total } from '../measures.ts';
import { groupBy } from '../rows.ts';
import type { GroupsFormula, MetricFormula, SpreadFormula, SumFormula } from './formula.ts';
import type { Groups, Metrics, Source, Spread, Sum } from './metric.ts';

/**
 * Metrics of a schedule with all of these rows, by name.
 *
 * @param rows those of the schedule, as the auditor has looked them up
 */
export function valuesOf<L, S>(
  metrics: Metrics<L, S, never>,
  ledger: L,
  rows: readonly S[],
): Readonly<Record<string, number | null>> {
  const values = askedFor(metrics, ledger).map(([name, { from }]) => [name, amountOf(from, ledger, rows)] as const);
  return Object.fromEntries(values);
}

const askedFor = <L, S>(metrics: Metrics<L, S, never>, ledger: L) =>
  Object.entries(metrics).filter(([, { only }]) => only?.(ledger) ?? true);

/**
 * How metrics follow from whichever of these rows are chosen: the same statements by which `valuesOf` finds them.
 * Metrics that are read from the ledger, or have no meaning whatever is chosen, have none.
 *
 * @param ledger what the auditor knows before a row is chosen
 * @param rows all that may be chosen, as the auditor has looked them up
 */
export function formulasOf<L, S>(
  metrics: Metrics<L, S, never>,
  ledger: L,
  rows: readonly S[],
): readonly MetricFormula[] {
  const formulas: MetricFormula[] = [];
  const asked = askedFor(metrics, ledger);
  const spreads = groupBy(
    asked.flatMap(([name, { from }]) => (from.kind === 'spread' ? [{ name, from }] : [])),
    ({ from }) => from.by,
  );
  for (const [metric, { from }] of asked) {
    if (from.kind === 'sum' && from.as(0, ledger) !== null) formulas.push(sumFormula(metric, from, ledger, rows));
    if (from.kind === 'groups' && from.as(0, ledger) !== null) formulas.push(groupsFormula(metric, from, ledger, rows));
    if (from.kind !== 'spread') continue;
    const same = spreads.get(from.by)!;
    if (same[0]!.name === metric) formulas.push(spreadFormula(same, ledger, rows));
  }
  return formulas;
}

function amountOf<L, S>(from: Source<L, S>, ledger: L, rows: readonly S[]): number | null {
  switch (from.kind) {
    case 'value':
      return from.of(ledger);
    case 'sum':
      return from.as(total(rows.map(from.of(ledger))), ledger);
    case 'groups': {
      const use = from.use(ledger);
      const groups = [...groupBy(rows, from.by(ledger))].filter(([group]) => group !== undefined);
      return from.as(total(groups.map(([group, own]) => from.adds(group, total(own.map(use))))), ledger);
    }
    case 'spread': {
      const counts = [...groupBy(rows, from.by).values()].map((own) => own.length);
      return from.of(
        counts.sort((a, b) => b - a),
        ledger,
      );
    }
  }
}

function sumFormula<L, S>(metric: string, from: Sum<L, S>, ledger: L, rows: readonly S[]): SumFormula {
  const of = (sum: number) => from.as(sum, ledger)!;
  return { kind: 'sum', metric, value: Float64Array.from(rows, from.of(ledger)), of };
}

function groupsFormula<L, S>(metric: string, from: Groups<L, S>, ledger: L, rows: readonly S[]): GroupsFormula {
  const { group, groups } = numbered(rows, from.by(ledger));
  return {
    kind: 'groups',
    metric,
    groups: groups.length,
    group,
    use: Float64Array.from(rows, from.use(ledger)),
    adds: (at, use) => from.adds(groups[at], use),
    of: (sum) => from.as(sum, ledger)!,
  };
}

interface Named<L, S> {
  readonly name: string;
  readonly from: Spread<L, S>;
}

function spreadFormula<L, S>(same: readonly Named<L, S>[], ledger: L, rows: readonly S[]): SpreadFormula {
  const { group, groups } = numbered(rows, same[0]!.from.by);
  const metrics = same.map(({ name, from }) => [name, (counts: readonly number[]) => from.of(counts, ledger)] as const);
  return { kind: 'spread', groups: groups.length, group, metrics: Object.fromEntries(metrics) };
}

/** Groups numbered as they first come, and the number of each row's: -1 for none. */
function numbered<S>(rows: readonly S[], by: (row: S) => unknown) {
  const numbers = new Map<unknown, number>();
  const group = Int32Array.from(rows, (row) => {
    const own = by(row);
    if (own === undefined) return -1;
    const known = numbers.get(own) ?? numbers.size;
    numbers.set(own, known);
    return known;
  });
  return { group, groups: [...numbers.keys()] };
}
