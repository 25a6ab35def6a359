import type { DataSource } from '../scenario/scenario.ts';
import { readFolder } from './csv.ts';
import { fingerprint } from './fingerprint.ts';
import type { Data, RawTable, Table, TableSpec } from './table.ts';
import { validateTable } from './validate.ts';

/**
 * Reads the tables of a domain from a folder of CSV files, or makes the sample of a seed, and validates every row.
 * Throws `Refusal` when the source cannot answer; single bad rows are quarantined instead.
 */
export function loadData(
  specs: readonly TableSpec[],
  source: DataSource,
  sample: (seed: number) => readonly RawTable[],
): Data {
  return validateAll(specs, 'dir' in source ? readFolder(specs, source.dir) : sample(source.sample));
}

/** Validates tables of text, whatever their source; an optional table that is not among them is empty. */
export function validateAll(specs: readonly TableSpec[], raw: readonly RawTable[]): Data {
  const validated = specs.map((spec) => {
    const given = raw.find((table) => table.name === spec.name);
    if (given !== undefined) return validateTable(spec, given);
    const absent: Table = { name: spec.name, file: '', present: false, rows: [] };
    return { table: absent, quarantined: [] };
  });
  const tables = validated.map((one) => one.table);
  return {
    tables: Object.fromEntries(tables.map((table) => [table.name, table])),
    quarantined: validated.flatMap((one) => one.quarantined),
    fingerprint: fingerprint(tables),
  };
}
