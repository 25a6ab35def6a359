import type { Limits } from '../kernel/model.ts';

/** One limit as a row: these columns, each with its use (absent: 1), may not use more than `most`, nor less than `least`. */
export interface LimitRow {
  readonly columns: readonly number[];
  readonly uses?: readonly number[];
  readonly most?: number;
  readonly least?: number;
  readonly label: string;
}

/** Rows of one rule, and what they are numbered in. */
export interface RowsOf {
  readonly rule: string;
  readonly rows: readonly LimitRow[];
  /** Candidates and helper columns. */
  readonly columns: number;
  /** What loosening a row means, from its label. */
  readonly more: (label: string) => string;
  /** Columns that are chosen whatever happens: a row that they break gives way just so far that they fit. */
  readonly certain?: (column: number) => boolean;
}

/**
 * Rows as limits, for rules whose groups have columns in common. Nothing where there is no row.
 *
 * @example
 * const rows = [{ columns: [0, 2], most: 1, label: 'Monday' }, { columns: [1, 2], most: 1, label: 'noon' }];
 * const [limits] = rowLimits({ rule: 'apart', rows, columns: 3, more: (label) => `one more on ${label}` });
 * [...limits.members.group] // [0, 1, 0, 1]
 */
export function rowLimits({ rule, rows, columns, more, certain }: RowsOf): readonly Limits[] {
  if (rows.length === 0) return [];
  const start = new Int32Array(columns + 1);
  for (const { columns: own } of rows) for (const j of own) start[j + 1]!++;
  for (let j = 0; j < columns; j++) start[j + 1]! += start[j]!;
  const group = new Int32Array(start[columns]!);
  const use = new Float64Array(start[columns]!);
  const next = start.slice();
  const most = new Float64Array(rows.length).fill(Infinity);
  const least = new Float64Array(rows.length).fill(-Infinity);
  rows.forEach((row, g) => {
    let settled = 0;
    row.columns.forEach((j, k) => {
      const own = row.uses?.[k] ?? 1;
      group[next[j]!] = g;
      use[next[j]!++] = own;
      if (certain?.(j)) settled += own;
    });
    if (row.most !== undefined) most[g] = Math.max(row.most, settled);
    if (row.least !== undefined) least[g] = row.least;
  });
  const single = use.every((value) => value === 1);
  return [
    {
      rule,
      groups: rows.length,
      members: { start, group, ...(single ? {} : { use }) },
      ...(rows.some((row) => row.most !== undefined) ? { most } : {}),
      ...(rows.some((row) => row.least !== undefined) ? { least } : {}),
      label: (g) => rows[g]!.label,
      more: (g) => more(rows[g]!.label),
    },
  ];
}

/**
 * Candidates by a key, in their order; those whose key is undefined are left out.
 *
 * @example
 * Array.from(groupsBy(3, (j) => (j === 1 ? undefined : 'even'))) // [['even', [0, 2]]]
 */
export function groupsBy<K>(count: number, key: (j: number) => K | undefined): ReadonlyMap<K, readonly number[]> {
  const groups = new Map<K, number[]>();
  for (let j = 0; j < count; j++) {
    const own = key(j);
    if (own === undefined) continue;
    const list = groups.get(own);
    if (list) list.push(j);
    else groups.set(own, [j]);
  }
  return groups;
}

/** One limit for each value of an axis. */
export interface PerValue {
  readonly rule: string;
  /** The value of each candidate, as its index in `names`: a column of the candidates. */
  readonly group: Int32Array;
  /** What people call the values. */
  readonly names: readonly string[];
  /** How many candidates of a value may be chosen. */
  readonly most: number | ((value: number) => number);
  /** What is counted: "errand". */
  readonly noun: string;
}

/**
 * At most so many chosen candidates of each value: errands of a day, loans of a car.
 *
 * @throws RangeError where a candidate has a value that is none of the names, such as the -1 of an `indexOf`. Limits for
 * some candidates only are made with `groupsBy` and `rowLimits`.
 * @example
 * const day = Int32Array.of(0, 0, 1);
 * const limits = perValue({ rule: 'per_day', group: day, names: ['mon', 'tue'], most: 1, noun: 'errand' });
 * [[...limits.most!], limits.more(1)] // [[1, 1], 'one more errand for tue']
 */
export function perValue({ rule, group, names, most, noun }: PerValue): Limits {
  const strange = group.findIndex((value) => value < 0 || value >= names.length);
  if (strange >= 0) {
    const value = group[strange];
    throw new RangeError(
      `${rule}: candidate ${strange} has the value ${value}, and names go from 0 to ${names.length - 1}`,
    );
  }
  return {
    rule,
    groups: names.length,
    members: { group },
    most: Float64Array.from(names, (_, value) => (typeof most === 'number' ? most : most(value))),
    label: (value) => names[value]!,
    more: (value) => `one more ${noun} for ${names[value]}`,
  };
}
