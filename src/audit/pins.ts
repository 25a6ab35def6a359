import { type Cell, cellIs, type ResultTable, type ScheduleTable } from '../tables/result.ts';
import type { Audit, Violation } from './audit.ts';

type Row = Readonly<Record<string, Cell>>;

/** What a scenario asks of single rows of the schedule, as it is written there. */
export interface Asked {
  /** Each must be met by a row. */
  readonly pins: readonly Row[];
  /** None may be met by any. */
  readonly forbid: readonly Row[];
  /** Points for each row that an earlier schedule does not have. Rows are compared by these columns. */
  readonly stay?: { readonly rows: readonly Row[]; readonly columns: readonly string[]; readonly penalty: number };
}

/**
 * Adds to an audit what pins, forbidden rows and an earlier schedule say about this one, from the rows alone: a pin
 * without a row and a forbidden row are violations; each row that the earlier schedule does not have is charged. What
 * rows have in common, such as the make of their cars, the auditor has looked up already.
 */
export function auditPins(
  audit: Audit,
  schedule: readonly Row[],
  asked: Asked,
  { table: name = '', key = [], place = [], shared = {} }: Partial<ScheduleTable> = {},
): Audit {
  const all = [...asked.pins, ...asked.forbid];
  const asks = all.some((fields) => Object.keys(shared).some((field) => fields[field] !== undefined));
  const rows = asks ? rowsOf(audit.tables[name], [...key, ...place, ...Object.keys(shared)]) : schedule;
  const violations = [...pinFaults(rows, asked.pins), ...forbidFaults(rows, asked.forbid)];
  const { violations: table } = audit.tables;
  return {
    ...audit,
    violations: [...audit.violations, ...violations],
    objective: asked.stay
      ? withPenalty(audit.objective, changesOf(schedule, asked.stay) * asked.stay.penalty)
      : audit.objective,
    tables:
      table && violations.length > 0 ? { ...audit.tables, violations: withRows(table, violations) } : audit.tables,
  };
}

function rowsOf(table: ResultTable | undefined, names: readonly string[]): readonly Row[] {
  const { columns = [], rows = [] } = table ?? {};
  const own = names.map((name) => [name, columns.findIndex((column) => column.name === name)] as const);
  return rows.map((cells) => Object.fromEntries(own.map(([name, at]) => [name, cells[at] ?? null])));
}

function pinFaults(schedule: readonly Row[], pins: readonly Row[]): readonly Violation[] {
  return pins
    .filter((pin) => !schedule.some((row) => meets(row, pin)))
    .map((pin) => ({
      rule: 'pins',
      entity: textOf(pin),
      text: `no row of the schedule has ${textOf(pin)}, as pinned`,
    }));
}

function forbidFaults(schedule: readonly Row[], forbidden: readonly Row[]): readonly Violation[] {
  return forbidden.flatMap((fields) =>
    schedule
      .filter((row) => meets(row, fields))
      .map((row) => ({
        rule: 'forbid',
        entity: textOf(fields),
        text: `${textOf(row)} is in the schedule, though ${textOf(fields)} is forbidden`,
      })),
  );
}

/** How many rows of a schedule the earlier one does not have. */
function changesOf(schedule: readonly Row[], { rows, columns }: NonNullable<Asked['stay']>): number {
  const same = (a: Row, b: Row) => columns.every((column) => String(a[column] ?? '') === String(b[column] ?? ''));
  return schedule.filter((row) => !rows.some((earlier) => same(row, earlier))).length;
}

/** The penalty stands before the totals, which it changes. */
function withPenalty(objective: Audit['objective'], penalty: number): Audit['objective'] {
  const changed = Object.entries(objective).map(([name, points]): [string, number] => {
    if (name === 'total_penalties') return [name, points + penalty];
    return [name, name === 'net_score' ? points - penalty : points];
  });
  const at = changed.findIndex(([name]) => name === 'total_penalties' || name === 'net_score');
  return Object.fromEntries(changed.toSpliced(at < 0 ? changed.length : at, 0, ['change_penalty', penalty]));
}

const meets = (row: Row, fields: Row): boolean =>
  Object.entries(fields).every(([name, value]) => cellIs(row[name], String(value ?? '')));

const textOf = (fields: Row): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');

function withRows(table: ResultTable, violations: readonly Violation[]): ResultTable {
  const cells = violations.map((violation) =>
    table.columns.map(
      ({ name }): Cell => (name === 'rule' || name === 'entity' || name === 'text' ? violation[name] : null),
    ),
  );
  return { ...table, rows: [...table.rows, ...cells] };
}
