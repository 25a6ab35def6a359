import type { Domain, Tables } from '../../domain.ts';
import { nearest } from '../../problems/nearest.ts';
import type { Settings } from '../../scenario/scenario.ts';
import type { CellReading } from '../../tables/cells/cell.ts';
import { type CellSchema, dateLikely, integer, readCell } from '../../tables/cells/cells.ts';
import type { Column } from '../../tables/table.ts';
import { type Field, plainText } from './columns.ts';
import { findingTexts as say } from './problems.ts';

/** The value of a cell, and what is odd about it. */
export interface Value {
  readonly value: string | number | null;
  readonly odd?: string;
  /** How its own cell was read, where it could be read in another way. */
  readonly reading?: CellReading;
}

/** Reads the cells of one field: its own, and the one with its name. */
export type ReadValue = (own: string, name: string) => Value;

/** Of more ids than this, none is looked for that is spelled nearly so. */
const MOST_ALIKE = 20_000;
/** For so many cells of a field such an id is looked for: a file of another office holds none that is known. */
const MOST_HINTS = 20;

const DATES = dateLikely('MM/DD/YYYY', 'MM/DD/YY', 'MM-DD-YY') as CellSchema<string | number>;

/** The question that a schedule is held against. */
export interface Question {
  readonly domain: Domain;
  readonly settings: Settings;
  readonly tables: Tables;
}

/** How to read the cells of a field, with what the tables know of its values and what all its texts tell. */
export function readerOf(field: Field, { domain, settings, tables }: Question, texts: readonly string[]): ReadValue {
  const known = idsOf(field, domain, tables);
  const own = readText(field, known?.schema, texts);
  if (known === undefined) return (text) => (text === '' ? { value: null, odd: say.none(field.label) } : own(text));
  const { names, byName } = namesOf(field, domain, settings, tables, [...known.ids]);
  const all = [...names.values(), ...known.ids];
  let hints = 0;
  const alike = (text: string) => (all.length > MOST_ALIKE || hints++ >= MOST_HINTS ? undefined : nearest(text, all));
  const named = (text: string): Value => {
    const ids = byName.get(plainText(text)) ?? [];
    if (ids.length === 1) return { value: ids[0]! };
    if (ids.length > 1) return { value: text, odd: say.several(field.label, text, ids) };
    return { value: text, odd: say.unknown(field.label, text, alike(text)) };
  };
  return (text, name) => {
    if (text === '') return name === '' ? { value: null, odd: say.none(field.label) } : named(name);
    const { value, odd, reading } = own(text);
    if (odd !== undefined || !known.ids.has(String(value))) return named(text);
    const called = names.get(String(value));
    const other = name !== '' && called !== undefined && plainText(called) !== plainText(name);
    const read = reading === undefined ? { value } : { value, reading };
    return other ? { ...read, odd: say.otherName(String(value), name, called) } : read;
  };
}

/** A cell by the type of its column: by the table that it names a row of, else as a date, a whole number or a text. */
function readText(
  { type, label }: Field,
  schema: CellSchema<unknown> | undefined,
  texts: readonly string[],
): (text: string) => Value {
  const usual: CellSchema<unknown> | undefined = type === 'date' ? DATES : type === 'integer' ? integer : undefined;
  const own = schema ?? usual;
  if (own === undefined) return (text) => ({ value: text });
  const typed = own.inColumn?.(texts) ?? own;
  return (text) => {
    const read = readCell(typed, text);
    if ('reason' in read) return { value: text, odd: say.unread(label, `${JSON.stringify(text)} is ${read.reason}`) };
    return { value: typeof read.value === 'number' ? read.value : String(read.value), reading: read };
  };
}

interface Ids {
  readonly ids: ReadonlySet<string>;
  readonly schema: CellSchema<unknown> | undefined;
}

/** The ids of the table that a field names rows of. */
function idsOf({ name }: Field, { schedule, tables: specs }: Domain, tables: Tables): Ids | undefined {
  const table =
    schedule.tables !== undefined && Object.hasOwn(schedule.tables, name) ? schedule.tables[name] : undefined;
  const spec = specs.find((each) => each.name === table);
  const key = spec?.key[0];
  const rows = table === undefined ? undefined : tables[table]?.rows;
  if (spec === undefined || key === undefined || rows === undefined) return undefined;
  const columns = spec.columns as Readonly<Record<string, Column>>;
  return { ids: new Set(rows.map((row) => String(row[key]))), schema: columns[key]?.schema as CellSchema<unknown> };
}

interface Names {
  /** Name by id. */
  readonly names: ReadonlyMap<string, string>;
  /** Ids by name, in its plain form. */
  readonly byName: ReadonlyMap<string, readonly string[]>;
}

/**
 * What people call the ids of a field. Only the auditor knows which column of which table that is: it is asked for a
 * schedule with one row for each id, and writes the names into its result table.
 */
function namesOf(
  { name, called }: Field,
  domain: Domain,
  settings: Settings,
  tables: Tables,
  ids: readonly string[],
): Names {
  const { table, key, place } = domain.schedule;
  const blank = Object.fromEntries([...key, ...place].map((each) => [each, '']));
  const audited =
    called === undefined
      ? undefined
      : domain.audit(
          settings,
          tables,
          ids.map((id) => ({ ...blank, [name]: id })),
        ).tables[table];
  const at = (column: string | undefined) => audited?.columns.findIndex((each) => each.name === column) ?? -1;
  const [own, other] = [at(name), at(called?.column)];
  const names = new Map<string, string>();
  const byName = new Map<string, string[]>();
  for (const row of own < 0 || other < 0 ? [] : audited!.rows) {
    const [id, text] = [String(row[own]), String(row[other] ?? '')];
    if (text === '' || names.has(id)) continue;
    names.set(id, text);
    byName.set(plainText(text), [...(byName.get(plainText(text)) ?? []), id]);
  }
  return { names, byName };
}
