import type { Limits } from '../../../kernel/model.ts';
import type { Candidates } from '../candidates.ts';
import type { Known } from '../known.ts';

/** One limit: these columns, each with its use (absent: 1), may not use more than `most`, nor less than `least`. */
export interface Row {
  readonly columns: readonly number[];
  readonly uses?: readonly number[];
  readonly most?: number;
  readonly least?: number;
  readonly label: string;
}

/**
 * Rows as limits. What is fixed by history may break a row; then the row gives way just so far that history fits and
 * nothing more does.
 */
export function limitsOf(
  rule: string,
  rows: readonly Row[],
  columns: number,
  known: Known,
  candidates: Candidates,
  more: (label: string) => string,
): readonly Limits[] {
  if (rows.length === 0) return [];
  const history = historyOf(known, candidates);
  const size = new Int32Array(columns + 1);
  for (const { columns: own } of rows) for (const j of own) size[j + 1]!++;
  for (let j = 0; j < columns; j++) size[j + 1]! += size[j]!;
  const group = new Int32Array(size[columns]!);
  const use = new Float64Array(size[columns]!);
  const next = size.slice();
  const most = new Float64Array(rows.length).fill(Infinity);
  const least = new Float64Array(rows.length).fill(-Infinity);
  rows.forEach((row, g) => {
    let settled = 0;
    row.columns.forEach((j, k) => {
      const own = row.uses?.[k] ?? 1;
      group[next[j]!] = g;
      use[next[j]!++] = own;
      if (history.has(j)) settled += own;
    });
    if (row.most !== undefined) most[g] = Math.max(row.most, settled);
    if (row.least !== undefined) least[g] = row.least;
  });
  const unit = use.every((value) => value === 1);
  return [
    {
      rule,
      groups: rows.length,
      members: { start: size, group, ...(unit ? {} : { use }) },
      ...(rows.some((row) => row.most !== undefined) ? { most } : {}),
      ...(rows.some((row) => row.least !== undefined) ? { least } : {}),
      label: (g) => rows[g]!.label,
      more: (g) => more(rows[g]!.label),
    },
  ];
}

const histories = new WeakMap<Candidates, ReadonlySet<number>>();

/** The candidates that have happened already: they are chosen, and the distances between them hold no longer. */
export function historyOf({ world }: Known, candidates: Candidates): ReadonlySet<number> {
  const before = histories.get(candidates);
  if (before) return before;
  const found = new Set<number>();
  if ([...world.fixed.values()].some(({ why }) => why === 'history'))
    for (let j = 0; j < candidates.count; j++)
      if (world.fixed.get(candidates.spot[j]!)?.why === 'history') found.add(j);
  histories.set(candidates, found);
  return found;
}

/** Candidates by a key, in their order; those whose key is undefined are left out. */
export function groupsOf<K>(
  candidates: Candidates,
  key: (j: number) => K | undefined,
): ReadonlyMap<K, readonly number[]> {
  const groups = new Map<K, number[]>();
  for (let j = 0; j < candidates.count; j++) {
    const own = key(j);
    if (own === undefined) continue;
    const list = groups.get(own);
    if (list) list.push(j);
    else groups.set(own, [j]);
  }
  return groups;
}
