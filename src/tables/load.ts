import { type Problem, Refusal } from '../problems/problem.ts';
import { readFolder, unreadNotes } from './csv/files.ts';
import { fingerprints } from './fingerprint.ts';
import { withHeaders } from './header.ts';
import { fileProblems, maybes, refusals } from './problems.ts';
import { relate } from './references.ts';
import { calledThere } from './sources/columns.ts';
import { placeOf } from './sources/places.ts';
import { type DataSource, isOwn, type LocalSource } from './sources/source.ts';
import type { Data, Quarantined, RawTable, Table, TableSpec } from './table.ts';
import { type Validated, validateTable } from './validate.ts';

/**
 * Reads the tables of a domain wherever they are, and judges them as `loadData` does.
 *
 * @throws Refusal where the source cannot answer, and with every row that cannot be left out.
 * @example
 * const { tables, sample } = domainOf('rotation');
 * const { spots } = (await loadTables(tables, { sample: 42 }, sample)).tables;
 * [spots.present, spots.rows[0].id] // [true, 'S0001']
 */
export async function loadTables(
  specs: readonly TableSpec[],
  source: DataSource,
  sample: (seed: number) => readonly RawTable[],
  inline?: () => readonly RawTable[],
): Promise<Data> {
  if ('sample' in source || 'dir' in source || isOwn(source)) return loadData(specs, source, sample, inline);
  const { readSource } = await import('./sources/read.ts');
  const { tables, notes } = await readSource(calledThere(specs, source.columns), source);
  const read = validateAll(calledThere(specs, source.columns), tables);
  const data = { ...read, notes: [...read.notes, ...notes] };
  return source.unreadable === 'leave_out' ? data : usable(data, Object.keys(source)[0]!);
}

/**
 * Reads the tables of a domain from a folder of CSV files, takes them from the scenario, or makes the sample of a seed,
 * validates every row and holds the tables against each other. A row that permits something and cannot be used is
 * quarantined; one that restricts, and rows that contradict each other, are refused unless the source says in writing
 * that they may be left out.
 *
 * @param inline The tables that the kind itself finds, in the scenario or in a file that it alone can read.
 * @throws Refusal where the source cannot answer, and with every row that cannot be left out.
 * @example
 * const vin = { schema: z.string().min(1, 'is empty'), description: 'The number of the car' };
 * const cars = { name: 'cars', description: 'Every car', required: true, rows: 'permit', key: ['vin'], columns: { vin } } as const;
 * const raw = { name: 'cars', file: 'cars.csv', header: ['vin'], rows: [['B'], ['A'], ['']] };
 * const { tables, quarantined } = loadData([cars], { sample: 42 }, () => [raw]);
 * tables.cars.rows // [{ vin: 'A' }, { vin: 'B' }]
 * quarantined.map(({ line, column, reason }) => `${line}: ${column} ${reason}`) // ['4: vin is empty']
 */
export function loadData(
  specs: readonly TableSpec[],
  source: LocalSource,
  sample: (seed: number) => readonly RawTable[],
  inline?: () => readonly RawTable[],
): Data {
  if ('dir' in source) {
    const own = calledThere(specs, source.columns);
    const read = validateAll(own, readFolder(own, source.dir));
    const data = { ...read, notes: [...read.notes, ...unreadNotes(own, source.dir)] };
    return source.unreadable === 'leave_out' ? data : usable(data, 'dir');
  }
  if ('sample' in source) return usable(validateAll(specs, sample(source.sample)), 'dir');
  if (inline === undefined) throw new Refusal([{ message: fileProblems.noInline(), path: ['data'] }]);
  return usable(validateAll(specs, complete(specs, inline())), undefined);
}

/** How many rows are named where rows cannot be left out. */
const ROWS_NAMED = 20;

/** Whether a row cannot be left out without a word: it would have forbidden something, or nobody knows what it says. */
const isGrave = ({ forbids, slip }: Quarantined): boolean => forbids === true || slip === true;

/** @param word How the scenario names a source of which it may leave rows out. */
function usable(data: Data, word: string | undefined): Data {
  const grave = data.quarantined.filter(isGrave);
  if (grave.length === 0) return data;
  const problems = grave.slice(0, ROWS_NAMED).map(problemOf);
  const more = grave.length - problems.length;
  const [first] = problems;
  const last = more > 0 ? { message: refusals.more(more), place: first!.place! } : problems.pop()!;
  const forbids = grave.some((row) => row.forbids);
  const maybe = word === undefined ? undefined : refusals.leaveOut(grave.length, forbids, word);
  throw new Refusal([...problems, { ...last, ...(maybe !== undefined && { maybe }) }]);
}

function problemOf(one: Quarantined): Problem {
  const { table, column, value, reason, path } = one;
  const message = `${table}: ${fileProblems.refusedRow(column, value, reason)}`;
  return path ? { message, path: column === '' ? path : [...path, column] } : { message, place: placeOf(one) };
}

/** Rows that were set aside with what names them, where no file has lines. */
const named = ({ quarantined, nameOf }: Validated): readonly Quarantined[] =>
  nameOf === undefined ? quarantined : quarantined.map((one) => ({ ...one, rowName: nameOf(one.line) }));

/** A table with how many rows were set aside, and the names of those of them that are in no other row. */
function withAside({ table, quarantined }: Validated): Table {
  if (quarantined.length === 0) return table;
  const names = quarantined.flatMap(({ key }) => (key === undefined ? [] : [key]));
  const nameOf = (row: Readonly<Record<string, unknown>>, columns: readonly string[]) =>
    JSON.stringify(columns.map((column) => String(row[column])));
  const aside = names.filter((key) => {
    const columns = Object.keys(key);
    return !table.rows.some((row) => nameOf(row, columns) === nameOf(key, columns));
  });
  return { ...table, ...(aside.length > 0 && { aside }), setAside: quarantined.length };
}

/** Tables of a scenario, none of them missing that a folder would have to have. */
function complete(specs: readonly TableSpec[], raw: readonly RawTable[]): readonly RawTable[] {
  const missing = specs.filter((spec) => spec.required && !raw.some((table) => table.name === spec.name));
  if (missing.length === 0) return raw;
  throw new Refusal(
    missing.map(({ name }) => ({ message: fileProblems.noList(name), path: [name], maybe: maybes.inline() })),
  );
}

/**
 * Validates tables of text, whatever their source, and holds them against each other; an optional table that is not
 * among them is empty. Rows that cannot be used are set aside, also those that only a scenario may leave out.
 */
export function validateAll(specs: readonly TableSpec[], raw: readonly RawTable[]): Data {
  const given = specs.map((spec): Validated => {
    const own = raw.find((table) => table.name === spec.name);
    if (own !== undefined) return validateTable(spec, own);
    const absent: Table = { name: spec.name, file: '', present: false, rows: [] };
    return { table: absent, placed: [], quarantined: [], asideCells: [], notes: [] };
  });
  const { validated, notes } = relate(specs, given);
  const tables = validated.map(withAside);
  return {
    tables: Object.fromEntries(tables.map((table) => [table.name, table])),
    quarantined: validated.flatMap((one, at) => {
      const spec = specs[at]!;
      const own = raw.find(({ name }) => name === spec.name);
      return withHeaders(spec, own, named(one));
    }),
    notes: [...validated.flatMap((one) => one.notes), ...notes],
    ...fingerprints(tables),
  };
}
