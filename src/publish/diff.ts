import type { Cell, ScheduleTable } from '../tables/result.ts';
import { nameAndCode } from '../text/call-name.ts';
import { unlike } from './problems.ts';
import { type Placed, type Plan, rowsByKey } from './version.ts';

/** Values by column name. */
export type Values = Readonly<Record<string, Cell>>;

/** One row of a schedule before and after; null where it is not there. */
export interface Change {
  readonly key: Values;
  readonly before: Values | null;
  readonly after: Values | null;
  /** What people call the codes before and after, by column; absent where nothing has a name. */
  readonly names?: { readonly before: Names; readonly after: Names };
}

/** Names by column. */
export type Names = Readonly<Record<string, string>>;

/** What becomes of each row between two schedules, by key. */
export interface Diff {
  readonly new: readonly Change[];
  readonly dropped: readonly Change[];
  /** The same key at another place. */
  readonly moved: readonly Change[];
  /** The same key at the same place; its other columns may differ. */
  readonly kept: readonly Change[];
}

/**
 * Compares two schedules of one kind. Key and place are the columns that the later one names.
 *
 * @param names What messages call the two.
 * @param called The columns that are the names of codes, as the kind states them.
 * @throws Refusal where they are of two kinds, or a column of the comparison is missing.
 * @example
 * const { plan } = await findPlan(await saveRun(run, html, folder), folder);
 * diffVersions(plan, { ...plan, rows: plan.rows.slice(1) }).dropped.map(({ key }) => key) // [{ spot: 'h1' }]
 */
export function diffVersions(
  a: Plan,
  b: Plan,
  names: readonly [string, string] = ['the first', 'the second'],
  called: ScheduleTable['called'] = {},
): Diff {
  if (a.kind !== b.kind) throw unlike(...names, `kind "${a.kind}" here, "${b.kind}" there`);
  const { schedule } = b;
  const [before, after] = [rowsByKey(a, schedule, names[0], called), rowsByKey(b, schedule, names[1], called)];
  const changes = [...new Map([...before, ...after]).entries()]
    .sort(([, [x]], [, [y]]) => compareKeys(x!, y!))
    .flatMap(([name, [first]]): readonly Change[] =>
      pairsOf(before.get(name) ?? [], after.get(name) ?? []).map(([from, to]) => ({
        key: valuesOf(schedule.key, first!.key),
        before: from ? valuesOf(schedule.place, from.place) : null,
        after: to ? valuesOf(schedule.place, to.place) : null,
        ...namesIn(from, to),
      })),
    );
  const both = changes.filter((change) => change.before !== null && change.after !== null);
  return {
    new: changes.filter((change) => change.before === null),
    dropped: changes.filter((change) => change.after === null),
    moved: both.filter((change) => differing(change).length > 0),
    kept: both.filter((change) => differing(change).length === 0),
  };
}

/** Names of what stands on either side; nothing where neither has any. */
function namesIn(from: Placed | undefined, to: Placed | undefined): Pick<Change, 'names'> {
  const before = given(from?.names ?? {});
  const after = given(to?.names ?? {});
  const none = Object.keys(before).length === 0 && Object.keys(after).length === 0;
  return none ? {} : { names: { before, after } };
}

const given = (names: Names): Names => Object.fromEntries(Object.entries(names).filter(([, name]) => name !== ''));

/** One row before and after; undefined where it is not there. */
type Pair = readonly [before: Placed | undefined, after: Placed | undefined];

/** Rows of one key before and after, side by side: those at the same place first, the others one for one. */
function pairsOf(before: readonly Placed[], after: readonly Placed[]): readonly Pair[] {
  const left = [...after];
  const takeSame = (row: Placed): Placed | undefined => {
    const at = left.findIndex((other) => row.place.every((cell, k) => cell === other.place[k]));
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const kept = before.map((row): Pair => [row, takeSame(row)]);
  const moved = kept.map(([row, other]): Pair => [row, other ?? left.shift()]);
  return [...moved, ...left.map((row): Pair => [undefined, row])];
}

/** Whether nothing is new, dropped or moved. */
export const isSame = (diff: Diff): boolean => diff.new.length + diff.dropped.length + diff.moved.length === 0;

/** The schedule before anything was published: no rows. */
export const emptyPlan = (like: Plan): Plan => ({ ...like, rows: [] });

/**
 * A comparison in one line of counts.
 *
 * @example
 * diffCounts({ new: [], dropped: [], moved: [], kept: [] }) // '0 new, 0 dropped, 0 moved, 0 kept'
 */
export const diffCounts = (diff: Diff): string =>
  PARTS.concat('kept')
    .map((part) => `${diff[part].length} ${part}`)
    .join(', ');

/**
 * A comparison as lines: every new, dropped and moved row, and of a moved one only what changes.
 *
 * @param most How many rows of each sort are listed; the rest is counted.
 * @example
 * const { plan } = await findPlan(await saveRun(run, html, folder), folder);
 * const diff = diffVersions(plan, { ...plan, rows: plan.rows.slice(1) });
 * diffLines(diff) // ['dropped  spot h1: was break b2014, position 1']
 */
export function diffLines(diff: Diff, most = Number.POSITIVE_INFINITY): readonly string[] {
  return PARTS.flatMap((part) => {
    const listed = diff[part].slice(0, most).map((change) => `${part.padEnd(WIDTH)}  ${sentence(change)}`);
    const left = diff[part].length - listed.length;
    return left > 0 ? [...listed, `${part.padEnd(WIDTH)}  … and ${left} more`] : listed;
  });
}

const PARTS: readonly (keyof Diff)[] = ['new', 'dropped', 'moved'];
const WIDTH = 'dropped'.length;

/**
 * One change in words, names before codes: what it is, and where it was and is; null where it was or is nowhere.
 *
 * @example
 * changeTexts({ key: { vin: 'V1' }, before: null, after: { day: 'Mon' }, names: { before: {}, after: { vin: 'Audi A3' } } })
 * // { what: 'Audi A3 (V1)', before: null, after: 'day Mon' }
 */
export function changeTexts({ key, before, after, names = { before: {}, after: {} } }: Change): {
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
} {
  return {
    what: list(key, { ...names.before, ...names.after }),
    before: before && list(before, names.before, unlessDate),
    after: after && list(after, names.after, unlessDate),
  };
}

function sentence(change: Change): string {
  const { key, before, after, names = { before: {}, after: {} } } = change;
  if (before === null) return `${list(key, names.after)}: ${list(after ?? {}, names.after)}`;
  if (after === null) return `${list(key, names.before)}: was ${list(before, names.before)}`;
  const moves = differing(change).map((name) => {
    const from = text(name, before[name], names.before);
    const to = text(name, after[name], names.after);
    const isNamed = [names.before, names.after].some((own) => Object.hasOwn(own, name));
    return `${isNamed ? '' : `${name} `}${from} → ${to}`;
  });
  return `${list(key, { ...names.before, ...names.after })}: ${moves.join(', ')}`;
}

/** What people call each thing, its code behind it; without a name, the column and the value. */
const list = (values: Values, names: Names, label: Label = always): string =>
  Object.entries(values)
    .map(([name, value]) => `${Object.hasOwn(names, name) ? '' : label(name, value)}${text(name, value, names)}`)
    .join(', ');

/** What stands before a value without a name. */
type Label = (column: string, value: Cell) => string;

const always: Label = (column) => `${column} `;

// In a sentence for people a date needs no word that says that it is one.
const unlessDate: Label = (column, value) => (/^\d{4}-\d\d-\d\d$/.test(String(value)) ? '' : `${column} `);

const text = (column: string, cell: Cell | undefined, names: Names): string =>
  Object.hasOwn(names, column) ? nameAndCode(names[column]!, valueText(cell)) : valueText(cell);

const valueText = (cell: Cell | undefined): string => (cell === null || cell === undefined ? 'none' : String(cell));

const differing = ({ before, after }: Change): readonly string[] =>
  Object.keys(after ?? {}).filter((name) => before?.[name] !== after?.[name]);

const valuesOf = (names: readonly string[], cells: readonly Cell[]): Values =>
  Object.fromEntries(names.map((name, index) => [name, cells[index] ?? null]));

function compareKeys(a: Placed, b: Placed): number {
  for (const [index, left] of a.key.entries()) {
    const order = compareCells(left, b.key[index] ?? null);
    if (order !== 0) return order;
  }
  return 0;
}

/** Numbers by size, text by code unit, null last. */
function compareCells(a: Cell, b: Cell): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  if (typeof a !== typeof b) return typeof a < typeof b ? -1 : 1;
  return a < b ? -1 : 1;
}
