import type { Audit, Violation } from '../audit/audit.ts';
import type { Domain, Row } from '../domain.ts';
import type { GivenFault, GivenReading } from '../runs/given.ts';
import type { Cell, ResultTable } from '../tables/result.ts';
import { rowsOf } from './read/reading.ts';

/** A row of the file, and every text by which a violation may speak of it. */
interface Mentioned {
  readonly line: number;
  readonly texts: ReadonlySet<string>;
}

/**
 * The violations of an audit, each with the lines of the rows that it speaks of: those that the auditor says. Where it
 * does not say, a violation names an entity, and of the rows that have it, those are meant that its text says most
 * about. "Ada (17) is not approved for Audi (V1)" speaks of the row in which Ada gets V1, and of no other row of Ada's.
 */
export function faultsOf(
  audit: Pick<Audit, 'violations' | 'tables'>,
  read: GivenReading,
  domain: Domain,
): readonly GivenFault[] {
  const rows = mentionsOf(audit.tables[domain.schedule.table], read, domain);
  return audit.violations.map((violation) => {
    const { rule, entity, text } = violation;
    return { rule, entity, text, lines: linesOf(violation, rows) };
  });
}

function linesOf({ entity, text, rows: said }: Violation, rows: readonly Mentioned[]): readonly number[] {
  if (said !== undefined) return [...new Set(said.map((at) => rows[at]!.line))];
  const own = rows.filter(({ texts }) => texts.has(entity));
  const words = new Set(text.split(/[\s,;:()]+/));
  const counts = own.map(({ texts }) => [...texts].filter((each) => words.has(each)).length);
  const most = Math.max(0, ...counts);
  return [...new Set(own.flatMap(({ line }, at) => (counts[at] === most ? [line] : [])))];
}

/** The texts of each row: its own fields, and what the auditor's table tells of it, such as a make. Numbers are none. */
function mentionsOf(table: ResultTable | undefined, read: GivenReading, { schedule }: Domain): readonly Mentioned[] {
  const names = [...schedule.key, ...schedule.place];
  const keyOf = (row: Row) => JSON.stringify(names.map((name) => String(row[name] ?? '')));
  const told = new Map<string, readonly Cell[]>(table?.rows.map((cells) => [keyOf(recordOf(table, cells)), cells]));
  return rowsOf(read).map((row, at) => ({
    line: read.rows[at]!.line,
    texts: new Set([...Object.values(row), ...(told.get(keyOf(row)) ?? [])].filter((cell) => typeof cell === 'string')),
  }));
}

const recordOf = ({ columns }: ResultTable, cells: readonly Cell[]): Row =>
  Object.fromEntries(columns.map(({ name }, at) => [name, cells[at] ?? null]));
