import { Refusal } from '../problems/problem.ts';
import { readFolder } from './csv/files.ts';
import { fingerprints } from './fingerprint.ts';
import { fileProblems, maybes } from './problems.ts';
import type { Data, DataSource, RawTable, Table, TableSpec } from './table.ts';
import { validateTable } from './validate.ts';

/**
 * Reads the tables of a domain from a folder of CSV files, takes them from the scenario, or makes the sample of a seed,
 * and validates every row; single bad rows are quarantined.
 *
 * @param inline The tables that stand in the scenario, for kinds that allow it.
 * @throws Refusal where the source cannot answer.
 * @example
 * const vin = { schema: z.string().min(1, 'is empty'), description: 'The number of the car' };
 * const cars = { name: 'cars', description: 'Every car', required: true, key: ['vin'], columns: { vin } };
 * const raw = { name: 'cars', file: 'cars.csv', header: ['vin'], rows: [['B'], ['A'], ['']] };
 * const { tables, quarantined } = loadData([cars], { sample: 42 }, () => [raw]);
 * tables.cars.rows // [{ vin: 'A' }, { vin: 'B' }]
 * quarantined.map(({ line, column, reason }) => `${line}: ${column} ${reason}`) // ['4: vin is empty']
 */
export function loadData(
  specs: readonly TableSpec[],
  source: DataSource,
  sample: (seed: number) => readonly RawTable[],
  inline?: () => readonly RawTable[],
): Data {
  if ('dir' in source) return validateAll(specs, readFolder(specs, source.dir));
  if ('sample' in source) return validateAll(specs, sample(source.sample));
  if (inline === undefined) throw new Refusal([{ message: fileProblems.noInline(), path: ['data'] }]);
  return validateAll(specs, complete(specs, inline()));
}

/** Tables of a scenario, none of them missing that a folder would have to have. */
function complete(specs: readonly TableSpec[], raw: readonly RawTable[]): readonly RawTable[] {
  const missing = specs.filter((spec) => spec.required && !raw.some((table) => table.name === spec.name));
  if (missing.length === 0) return raw;
  throw new Refusal(
    missing.map(({ name }) => ({ message: fileProblems.noList(name), path: [name], maybe: maybes.inline() })),
  );
}

/** Validates tables of text, whatever their source; an optional table that is not among them is empty. */
export function validateAll(specs: readonly TableSpec[], raw: readonly RawTable[]): Data {
  const validated = specs.map((spec) => {
    const given = raw.find((table) => table.name === spec.name);
    if (given !== undefined) return validateTable(spec, given);
    const absent: Table = { name: spec.name, file: '', present: false, rows: [] };
    return { table: absent, quarantined: [], notes: [] };
  });
  const tables = validated.map((one) => one.table);
  return {
    tables: Object.fromEntries(tables.map((table) => [table.name, table])),
    quarantined: validated.flatMap((one) => one.quarantined),
    notes: validated.flatMap((one) => one.notes),
    ...fingerprints(tables),
  };
}
