import { plainName } from './columns.ts';
import type { Records } from './records.ts';
import { recordsOf } from './records.ts';

/** Rows of a file that have this cell. */
export interface Only {
  readonly column: string;
  readonly value: string;
}

/** The column of a file that says whose a row is, and the accounts in it. */
export interface Accounts {
  readonly column: string;
  /** In the order of their names. */
  readonly names: readonly string[];
}

/** What exports call it. */
const NAMES = [
  ...['channel', 'account', 'account_username', 'account_name', 'username', 'screen_name', 'page_name', 'profile'],
];

/**
 * The accounts whose outcomes a file holds; undefined where no column says whose a row is.
 *
 * @throws Refusal where the file cannot be read.
 * @example
 * accountsIn('none.csv') // throws 'there is no such file'
 */
export function accountsIn(file: string): Accounts | undefined {
  const { header, rows } = recordsOf(file);
  const found = NAMES.map((name) => header.findIndex((own) => plainName(own) === name)).find((at) => at >= 0);
  if (found === undefined) return undefined;
  const names = new Set(rows.map((row) => (row[found] ?? '').trim()).filter((name) => name !== ''));
  return { column: header[found]!, names: [...names].sort() };
}

/** The rows of one account. */
export function onlyOf(records: Records, only: Only | undefined): Records {
  if (only === undefined) return records;
  const at = records.header.indexOf(only.column);
  const isOwn = records.rows.map((row) => (row[at] ?? '').trim() === only.value);
  return {
    ...records,
    rows: records.rows.filter((_, k) => isOwn[k]),
    lines: records.lines.filter((_, k) => isOwn[k]),
  };
}
