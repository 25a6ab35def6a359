import type { Instance, Row } from '../../domain.ts';
import type { Model } from '../../kernel/model.ts';
import type { Settings } from '../../scenario/scenario.ts';
import type { Axes, Candidates, Paired } from '../candidates.ts';
import type { Asking, Kind, Known } from '../kind.ts';
import { columnsOf } from '../row.ts';
import { termOf } from '../score.ts';
import { inTheWay } from './in-the-way.ts';
import { type AxisText, whyNot } from './why-not.ts';

/** All that questions about one instance are answered from. */
export interface Answering<S extends Settings, Scope, T, W, A extends string> {
  readonly kind: Kind<S, Scope, T, W, A>;
  readonly known: Known<S, W, A>;
  readonly axes: Axes<A>;
  readonly paired: Paired<A>;
  readonly model: Model;
  /** What the rule of some limits is called, by the name of the limits. */
  readonly titles: ReadonlyMap<string, string>;
}

/** Everything that can be asked of an open question. Nothing is built again to answer. */
export function answersOf<S extends Settings, Scope, T, W, A extends string>(
  answering: Answering<S, Scope, T, W, A>,
): Instance {
  const { kind, known, axes, paired, model, titles } = answering;
  const { world, all } = known;
  const row = rowsOf(answering);
  const rowText = kind.rowText?.(world) ?? plainText;
  const texts = textsOf(answering);
  const columns = all.count + (model.auxiliary?.count ?? 0);
  const cuts = kind.cuts && ((chosen: Int32Array) => kind.cuts!({ ...known, columns }, chosen));
  const title = (rule: string) => titles.get(rule) ?? rule;
  const occupancy = { model, cuts, title, text: (j: number) => rowText(row(j)) };
  const asking: Asking<S, W, A> = {
    ...known,
    filters: paired.filters,
    candidateOf: candidatesBy(answering),
    inTheWay: (chosen, candidate) => inTheWay(occupancy, chosen, candidate),
  };
  const terms = lazy(() => kind.terms.map(({ name, of }) => ({ name, of: of(known) })));
  const traits = (Object.keys(axes) as A[]).flatMap((axis) =>
    Object.entries(texts[axis].traits ?? {}).map(([name, { of }]) => ({ column: all[axis] as Int32Array, name, of })),
  );
  return {
    model,
    funnel: paired.funnel,
    notes: kind.notes?.(asking) ?? [],
    fields: [...columnsOf(kind.row).map(([name]) => name), ...traits.map(({ name }) => name)],
    row,
    described: (j) => ({
      ...Object.fromEntries(traits.map(({ column, name, of }) => [name, of(column[j]!)])),
      ...row(j),
    }),
    candidateOf: asking.candidateOf,
    schedule: (chosen) => kind.arrange?.(known, chosen) ?? Array.from(chosen, row),
    ...(cuts && { cuts }),
    terms: (j) => terms().flatMap(({ name, of }) => termOf(name, of(j))),
    rowText,
    whyNot: (fields) => whyNot({ axes, texts, filters: paired.filters, distance: kind.distance?.(world) }, fields),
    inTheWay: asking.inTheWay,
    about: (fields, run) => kind.about?.(asking, fields, run) ?? [],
  };
}

/** What people call each axis, and what is known of its values. */
function textsOf<S extends Settings, Scope, T, W, A extends string>({
  kind,
  axes,
  known,
}: Answering<S, Scope, T, W, A>): Readonly<Record<A, AxisText>> {
  const nouns = new Map(columnsOf(kind.row).map(([name, { noun }]) => [name, noun]));
  const entries = kind.entries?.(known.world);
  const names = Object.keys(axes) as A[];
  return Object.fromEntries(
    names.map((name) => [name, { noun: nouns.get(name) ?? name, ...entries?.[name] }]),
  ) as Record<A, AxisText>;
}

type Rows<S extends Settings, Scope, T, W, A extends string> = Pick<Answering<S, Scope, T, W, A>, 'kind' | 'axes'> & {
  readonly known: { readonly all: Candidates<A> };
};

/** The row of a candidate: the fields of its axes, in the order of the schedule's columns. */
function rowsOf<S extends Settings, Scope, T, W, A extends string>({
  kind,
  axes,
  known: { all },
}: Rows<S, Scope, T, W, A>): (candidate: number) => Row {
  const names = columnsOf(kind.row).flatMap(([name]) => (name in axes ? [name as A] : []));
  const fields = names.map((name) => ({ name, values: axes[name], column: all[name] as Int32Array }));
  return (j) => {
    const row: Record<string, string> = {};
    for (const { name, values, column } of fields) row[name] = values[column[j]!]!;
    return row;
  };
}

/** Finds the candidate of a row, by the values of its axes. Of several levels the first. */
function candidatesBy<S extends Settings, Scope, T, W, A extends string>(
  rows: Rows<S, Scope, T, W, A>,
): (row: Row) => number | undefined {
  const names = Object.keys(rows.axes);
  const keyOf = (row: Row) => JSON.stringify(names.map((name) => String(row[name])));
  const row = rowsOf(rows);
  const known = lazy(() => {
    const found = new Map<string, number>();
    for (let j = rows.known.all.count - 1; j >= 0; j--) found.set(keyOf(row(j)), j);
    return found;
  });
  return (asked) => known().get(keyOf(asked));
}

const plainText = (row: Row): string =>
  Object.entries(row)
    .map(([field, value]) => `${field.replaceAll('_', ' ')} ${value}`)
    .join(', ');

/** A value that is made when it is first needed. */
function lazy<V>(make: () => V): () => V {
  let made: { readonly value: V } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
