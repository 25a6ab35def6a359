import { type CellSchema, readCell } from '../../cells/cells.ts';
import type { Column, TableSpec } from '../../table.ts';
import { type Stored, storedAs } from '../typed.ts';
import { quoted } from './catalog.ts';

const TYPES: Readonly<Record<Stored, string>> = {
  text: 'text',
  date: 'date',
  integer: 'bigint',
  number: 'double precision',
  money: 'numeric(14, 2)',
  boolean: 'boolean',
};

/**
 * The tables of a kind as statements of PostgreSQL, which make them where they are not there: each column with its type,
 * each table with its key, and what both are as comments.
 *
 * @example
 * const [errands] = [table({ name: 'errands', description: 'to do', required: true, key: ['id'],
 *   columns: { id: column(cells.text, 'its name'), worth: column(cells.integer, 'points') } })];
 * schemaSql([errands], 'public').includes('"worth" bigint not null') // true
 */
export function schemaSql(specs: readonly TableSpec[], schema: string): string {
  const own = schema === 'public' ? [] : [`create schema if not exists ${quoted(schema)};`];
  return `${[...own, ...specs.map((spec) => tableSql(spec, schema))].join('\n\n')}\n`;
}

/** One table of it. */
export function tableSql(spec: TableSpec, schema: string): string {
  const there = `${quoted(schema)}.${quoted(spec.name)}`;
  const columns = Object.entries<Column>(spec.columns);
  const lines = columns.map(([name, column]) => {
    const never = filled(column) ? ' not null' : '';
    return `  ${quoted(name)} ${TYPES[storedAs(column)]}${never}`;
  });
  const key = spec.key.map(quoted).join(', ');
  const whole = spec.key.every((name) => columns.some(([own, column]) => own === name && filled(column)));
  // A key of which a part may be empty cannot be a primary key, and pages over the interface of Supabase need one.
  const keys = whole
    ? [`  primary key (${key})`]
    : [`  ${quoted('row_id')} bigint generated always as identity primary key`, `  unique nulls not distinct (${key})`];
  const comments = columns.map(
    ([name, { description }]) => `comment on column ${there}.${quoted(name)} is ${literal(description)};`,
  );
  return [
    `create table if not exists ${there} (\n${[...lines, ...keys].join(',\n')}\n);`,
    `comment on table ${there} is ${literal(spec.description)};`,
    ...comments,
  ].join('\n');
}

/** Whether a row without a value in the column can never be used. */
const filled = ({ schema, required }: Column): boolean =>
  required === true && 'reason' in readCell(schema as CellSchema<unknown>, '');

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
