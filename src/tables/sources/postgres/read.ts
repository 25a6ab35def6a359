import { StringDecoder } from 'node:string_decoder';
import { type Problem, Refusal } from '../../../problems/problem.ts';
import type { RawTable, TableSpec } from '../../table.ts';
import { tableThere } from '../columns.ts';
import { absentTable } from '../missing.ts';
import { type Needed, neededColumns, tableOf } from '../needed.ts';
import { type Condition, conditionsOf, MOST_TEXTS, type TextsIn } from '../only.ts';
import { sourceMaybes, sourceNotes, sourceProblems } from '../problems.ts';
import type { PostgresSource, ReadSource } from '../source.ts';
import { type Described, describe, quoted } from './catalog.ts';
import { type Connection, connected } from './client.ts';

/** Texts that are written in one way only, whatever the settings of the server or the user. */
const SETTINGS = `set local datestyle = 'ISO, YMD'; set local timezone = 'UTC'; set local intervalstyle = 'iso_8601';
set local extra_float_digits = 1; set local lc_monetary = 'C'; set local standard_conforming_strings = on; set local bytea_output = 'hex'`;

/**
 * Reads tables from PostgreSQL in one transaction, so that all of them are of one moment whatever others write meanwhile,
 * and which cannot write. Only the columns that the descriptions know are fetched, by COPY: it is several times as fast as
 * rows are, whose cells a driver takes apart one by one.
 *
 * @throws Refusal where the database cannot be reached, lacks a table or a column, or fails before the last row.
 */
export const readPostgres: ReadSource<PostgresSource> = (specs, source) =>
  connected(source, async (connection) => {
    const { client, doing } = connection;
    await doing('beginning to read', () => client.query('begin isolation level repeatable read read only'));
    await doing('beginning to read', () => client.query(SETTINGS));
    const plans = plansOf(specs, source, await describe(connection, source.schema), connection.where);
    const tables: RawTable[] = [];
    const textsIn = textsOf(connection, plans);
    for (const plan of plans) {
      const { spec, file, needed, typeOf } = plan;
      const there = { file, nameOf: needed.there, typeOf };
      tables.push(await readOne(connection, plan, await conditionsOf(spec, source.only, there, textsIn)));
    }
    await doing('ending the read', () => client.query('commit'));
    return { tables, notes: plans.filter(({ hides }) => hides).map(({ file }) => sourceNotes.hidden(file)) };
  });

/** What is read of one table. */
interface Plan {
  readonly spec: TableSpec;
  /** As messages name it: `public.fleet_vehicles`. */
  readonly file: string;
  readonly needed: Needed;
  readonly typeOf: (column: string) => string | undefined;
  readonly hides: boolean;
  /** The parts of the statement that reads it: all of it before its conditions, from where, in which order. */
  readonly select: string;
  readonly from: string;
  readonly order: string;
}

/** What is read of each table; every problem of all of them is told at once. */
function plansOf(
  specs: readonly TableSpec[],
  source: PostgresSource,
  there: ReadonlyMap<string, Described>,
  where: string,
): readonly Plan[] {
  const problems: Problem[] = [];
  const names = specs.map((spec) => tableThere(source, spec.name));
  const plans = specs.flatMap((spec): readonly Plan[] => {
    const name = tableThere(source, spec.name);
    const described = there.get(name);
    if (described !== undefined) {
      try {
        return [planOf(spec, source, name, described, where)];
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        problems.push(...error.problems);
        return [];
      }
    }
    problems.push(...absentTable(spec, source, { name, there: [...there.keys()], where }, names));
    return [];
  });
  if (problems.length > 0) throw new Refusal(problems);
  return plans;
}

function planOf(
  spec: TableSpec,
  { schema }: PostgresSource,
  name: string,
  { columns, closed, key, hides }: Described,
  server: string,
): Plan {
  const file = `${schema}.${name}`;
  const ownKey = key.some((column) => closed.includes(column)) ? [] : key;
  const needed = neededColumns(spec, { file, columns: columns.map((column) => column.name), key: ownKey });
  // What this user may not read would be missing without a word, and with it what it forbids.
  const shut = needed.columns.filter((column) => closed.includes(column));
  if (shut.length > 0) {
    const message = sourceProblems.closed(file, shut, server);
    throw new Refusal([{ message, path: ['data'], maybe: sourceMaybes.grant(file) }]);
  }
  const typeOf = new Map(columns.map((column) => [column.name, column.type]));
  const cells = needed.columns.map((column) => cellSql(quoted(column), typeOf.get(column)));
  // Code units: the order of a server's language would make the order of messages another one there.
  const isText = (column: string) => ['text', 'varchar', 'bpchar'].includes(typeOf.get(column) ?? '');
  const order = needed.key.map((one) => (isText(one.name) ? `${quoted(one.name)} collate "C"` : quoted(one.name)));
  const from = `from ${quoted(schema)}.${quoted(name)}`;
  return {
    ...{ spec, file, needed, hides, from },
    typeOf: (column) => typeOf.get(column),
    select: `select ${cells.join(', ')} ${from}`,
    order: order.length === 0 ? '' : ` order by ${order.join(', ')}`,
  };
}

/** What asks for the texts of a column, each once. */
const textsOf =
  ({ client, doing }: Connection, plans: readonly Plan[]): TextsIn =>
  async (table, column) => {
    const plan = plans.find(({ spec }) => spec.name === table);
    const there = plan?.needed.there(column);
    if (plan === undefined || there === undefined) return [];
    const text = `select distinct ${quoted(there)}::text ${plan.from} where ${quoted(there)} is not null limit ${MOST_TEXTS}`;
    const { rows } = await doing(`reading ${plan.file}`, () => client.query<string[]>({ text, rowMode: 'array' }));
    return rows.map(([one]) => one!);
  };

/** A cell as SQL. What has a sign of a currency, or a letter for a word, is written as files have it. */
function cellSql(name: string, type: string | undefined): string {
  if (type === 'bool') return `case ${name} when true then 'true' when false then 'false' end`;
  return type === 'money' ? `${name}::numeric` : name;
}

/** A condition as SQL. COPY takes no parameters: texts stand in it as literals. */
function conditionSql({ column, is }: Condition): string {
  const name = quoted(column);
  const holds =
    'none' in is
      ? `${name}::text collate "C" not in (${is.none.map(literal).join(', ')})`
      : `${name} >= ${literal(is.least)}`;
  return `(${name} is null or ${holds})`;
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

async function readOne(
  { client, doing }: Connection,
  { spec, file, needed, select, from, order }: Plan,
  conditions: readonly Condition[],
): Promise<RawTable> {
  const where = conditions.length === 0 ? '' : ` where ${conditions.map(conditionSql).join(' and ')}`;
  const text = `${select}${where}${order}`;
  const { to } = await import('pg-copy-streams');
  const rows: string[][] = [];
  await doing(`reading ${file}`, async () => {
    const decoder = new StringDecoder('utf8');
    let rest = '';
    for await (const chunk of client.query(to(`copy (${text}) to stdout`)) as AsyncIterable<Buffer>) {
      const lines = (rest + decoder.write(chunk)).split('\n');
      rest = lines.pop()!;
      for (const line of lines) rows.push(cellsOf(line));
    }
  });
  const table = tableOf(spec, file, needed, rows);
  if (where === '') return table;
  const all = await doing(`counting ${file}`, () =>
    client.query<{ readonly rows: number }>(`select count(*)::int as rows ${from}`),
  );
  const left = (all.rows[0]?.rows ?? 0) - rows.length;
  return left === 0 ? table : { ...table, notes: [...(table.notes ?? []), sourceNotes.notAsked(file, left)] };
}

/** The cells of a line that COPY wrote: between tabs, with a backslash before what is no plain letter. */
function cellsOf(line: string): string[] {
  const cells = line.split('\t');
  if (line.includes('\\'))
    for (let at = 0; at < cells.length; at++) if (cells[at]!.includes('\\')) cells[at] = plain(cells[at]!);
  return cells;
}

const LETTERS: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** What is null reads as an empty cell. */
const plain = (cell: string): string =>
  cell === '\\N' ? '' : cell.replace(/\\(.)/g, (_, letter: string) => LETTERS[letter] ?? letter);
