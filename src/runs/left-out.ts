import type { ResultTable } from '../tables/result.ts';
import { plural } from '../text/format.ts';

/** The metric that counts rows of the data that were left out; `rows_left_out.spots` counts those of one table. */
export const ROWS_LEFT_OUT = 'rows_left_out';

/** How every sentence begins that says so. */
export const NOT_PROVEN = 'not proven for your data';

/** Rows of the data that took no part in a run. */
export interface LeftOut {
  readonly rows: number;
  /** How many of them would have forbidden something: the run is then no proof for these data. */
  readonly forbidding: number;
  /** How many of each table. */
  readonly tables: Readonly<Record<string, number>>;
}

/**
 * The rows that a run left out of its data, from its table `quarantine`.
 *
 * @example
 * leftOutOf(run.tables) // { rows: 1, forbidding: 0, tables: { spots: 1 } }
 */
export function leftOutOf({ quarantine }: Readonly<Record<string, ResultTable>>): LeftOut {
  const { columns = [], rows = [] } = quarantine ?? {};
  const at = (name: string) => columns.findIndex((column) => column.name === name);
  const [table, forbids] = [at('table'), at('forbids')];
  const tables: Record<string, number> = {};
  for (const row of rows) {
    const name = String(row[table]);
    tables[name] = (tables[name] ?? 0) + 1;
  }
  return { rows: rows.length, forbidding: rows.filter((row) => row[forbids] === 'yes').length, tables };
}

/** The metrics that say so; none where every row was used. */
export function leftOutMetrics({ rows, tables }: LeftOut): Readonly<Record<string, number>> {
  if (rows === 0) return {};
  const own = Object.entries(tables).map(([table, count]) => [`${ROWS_LEFT_OUT}.${table}`, count] as const);
  return { [ROWS_LEFT_OUT]: rows, ...Object.fromEntries(own) };
}

/**
 * What a run without rows that forbid is worth, in words; undefined where none of them was left out.
 *
 * @example
 * notProven({ rows: 4, forbidding: 3, tables: { budgets: 4 } })
 * // 'not proven for your data: 3 rows that forbid were left out'
 */
export function notProven({ forbidding }: LeftOut): string | undefined {
  if (forbidding === 0) return undefined;
  const were = forbidding === 1 ? 'row that forbids was' : 'rows that forbid were';
  return `${NOT_PROVEN}: ${plural(forbidding, were, were)} left out`;
}

/** What a reader should know of the rows that were left out. */
export function leftOutNotes(left: LeftOut): readonly string[] {
  if (left.rows === 0) return [];
  const proof = notProven(left);
  return [
    ...(proof === undefined ? [] : [proof]),
    `${plural(left.rows, 'row was', 'rows were')} left out of the data: see quarantine.csv`,
  ];
}
