import type { Table } from '../tables/table.ts';

/** Texts by code unit, numbers by size: the same order on every machine. */
export function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Rows by key, in their order.
 *
 * @example
 * groupBy(['ant', 'bee', 'asp'], (word) => word.length).get(3) // ['ant', 'bee', 'asp']
 */
export function groupBy<K, R>(rows: Iterable<R>, key: (row: R) => K): ReadonlyMap<K, readonly R[]> {
  const groups = new Map<K, R[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group === undefined) groups.set(key(row), [row]);
    else group.push(row);
  }
  return groups;
}

/** The row of each key; of several with one key, the last. */
export function byKey<R>(rows: readonly R[], key: (row: R) => string): ReadonlyMap<string, R> {
  return new Map(rows.map((row) => [key(row), row]));
}

/** Rows that share a key with another one, by key. */
export function repeatsOf<K, R>(rows: Iterable<R>, key: (row: R) => K): readonly (readonly [K, readonly R[]])[] {
  return [...groupBy(rows, key)].filter(([, own]) => own.length > 1);
}

/** The tables of a kind by name. One that was not handed over is there without rows. */
export function completeTables<T extends object>(tables: object, names: readonly string[]): T {
  const empty = names.map((name): [string, Table] => [name, { name, file: '', present: false, rows: [] }]);
  return { ...Object.fromEntries(empty), ...tables } as T;
}
