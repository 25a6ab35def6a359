import type { Domain, Instance, Row } from '../domain.ts';
import { whyNot } from '../pipeline/why-not.ts';
import type { GivenReading, GivenStranger } from '../runs/given.ts';
import type { Data } from '../tables/table.ts';
import { valuesOf } from './read/reading.ts';

/** A row of the given schedule, and the candidate that it is, where it is one. */
export interface Placed {
  readonly line: number;
  /** Without the fields that have no value. */
  readonly row: Row;
  readonly text: string;
  readonly candidate: number | undefined;
  /** The line that says the same before it. */
  readonly repeats: number | undefined;
  /** Why it is no candidate. */
  readonly reasons: readonly string[];
}

/** A given schedule whose rows are placed, and what their numbers count. */
export interface Plan {
  readonly placed: readonly Placed[];
  readonly counts: GivenReading['counts'];
}

/** The question as it is open. */
export interface Opened {
  readonly domain: Domain;
  readonly data: Data;
  readonly instance: Instance;
}

/** Finds the candidate of each row; for a row that is none, all that keeps it from being one. */
export function placedRows(read: GivenReading, opened: Opened): readonly Placed[] {
  const { instance } = opened;
  const first = new Map<string, number>();
  return read.rows.map((own): Placed => {
    const { line } = own;
    const row = valuesOf(read.fields, own);
    const name = JSON.stringify(own.cells.map(String));
    const repeats = first.get(name);
    if (repeats === undefined) first.set(name, line);
    const candidate = instance.candidateOf(row);
    const reasons = candidate === undefined ? reasonsFor(line, row, read, opened) : [];
    return { line, row, text: instance.rowText(row), candidate, repeats, reasons };
  });
}

/** The rows that are no candidate. */
export const strangersOf = (placed: readonly Placed[]): readonly GivenStranger[] =>
  placed
    .filter(({ candidate }) => candidate === undefined)
    .map(({ line, text, reasons }) => ({ line, row: text, reasons }));

/** A cell that could not be read is reason enough: what no table knows, no filter can be asked about. */
function reasonsFor(line: number, row: Row, { findings, fields }: GivenReading, opened: Opened): readonly string[] {
  const unread = findings.filter((one) => one.line === line && fields.includes(one.field)).map(({ text }) => text);
  if (unread.length > 0) return unread;
  const { derived = [] } = opened.domain.schedule;
  const asked = Object.entries(row).flatMap(([name, value]) => (derived.includes(name) ? [] : [[name, String(value)]]));
  const reasons = whyNot(opened, Object.fromEntries(asked));
  return reasons.length > 0 ? reasons : ['no candidate has these fields'];
}

/** A text for each row that is the same for the same row: of candidates, too, of which several may be one row. */
export function nameOf({ schedule }: Pick<Domain, 'schedule'>): (row: Row) => string {
  const { key, place, derived = [] } = schedule;
  const names = [...key, ...place].filter((name) => !derived.includes(name));
  return (row) => JSON.stringify(names.map((name) => String(row[name] ?? '')));
}
