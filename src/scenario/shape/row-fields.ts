import { z } from 'zod';
import { type CellSchema, readCell } from '../../tables/cells/cells.ts';
import type { Column } from '../../tables/table.ts';
import type { KindShape } from './kind-shape.ts';

/**
 * Some fields of a row of the schedule, as pins, forbidden rows and expectations write them; which there are, the kind
 * says. All are text: an id is a name, also where it is written in digits.
 */
export const fieldsOf = (domain: KindShape) => rowFields(domain);

/** The same of one of several weeks, for kinds that can go on from week to week. */
export const fieldsInWeek = (domain: KindShape) => rowFields(domain, domain.next === undefined ? {} : { week: WEEK });

const WEEK = z
  .union([z.int().min(1).max(53), z.string().regex(/^[1-9]\d{0,3}$/)])
  .transform(String)
  .exactOptional()
  .describe('In a scenario of many weeks: in which one, from 1. A forbidden row without it is forbidden in each.');

function rowFields(domain: KindShape, more: z.ZodRawShape = {}) {
  const filled = (fields: object) => Object.keys(fields).some((name) => !Object.hasOwn(more, name));
  const { schedule } = domain;
  if (schedule === undefined) return z.record(z.string(), fieldOf(String)).refine(filled, 'needs at least one field');
  const columns = [...schedule.key, ...schedule.place, ...Object.keys(schedule.shared ?? {})];
  const further = Object.entries(codeWords(domain)).filter(([, column]) => columns.includes(column));
  const words = new Map([...columns.map((name) => [name, name] as const), ...further]);
  const columnOf = (word: string) => words.get(word) ?? word;
  const once = (fields: object) => new Set(Object.keys(fields).map(columnOf)).size === Object.keys(fields).length;
  return z
    .strictObject({
      ...more,
      ...Object.fromEntries([...words].map(([word, name]) => [word, fieldOf(readerOf(domain, name)).exactOptional()])),
    })
    .refine(filled, `needs at least one of ${columns.join(', ')}`)
    .refine(once, 'says the same column twice, under two names')
    .transform((fields) => Object.fromEntries(Object.entries(fields).map(([word, value]) => [columnOf(word), value])));
}

/**
 * Further names for columns that hold the code of a row of a table, each with its column: the name that the table's own
 * file has for it, and the noun with `_id`. A name that could be two columns is neither.
 *
 * @example
 * const schedule = { table: 'log', key: ['spot'], place: [], tables: { spot: 'spots' } };
 * codeWords({ kind: 'log', shape: {}, schedule }) // { spot_id: 'spot' }
 */
export function codeWords({ schedule, tables = [] }: KindShape): Readonly<Record<string, string>> {
  const { key = [], place = [], tables: named = {}, words = {} } = schedule ?? {};
  const all = Object.entries(named).flatMap(([column, table]) => {
    const spec = tables.find(({ name }) => name === table);
    const own = spec?.key[0] ?? '';
    const { aliases = [] } = (spec?.columns as Readonly<Record<string, Column>> | undefined)?.[own] ?? {};
    const nouns = Object.entries(words).flatMap(([word, to]) => (to === column ? [word] : []));
    const ids = [...nouns, ...(own === column ? [] : [column])].map((noun) => `${noun.replaceAll(' ', '_')}_id`);
    return [...new Set([...ids, own, ...aliases])].filter((word) => word !== '').map((word) => [word, column] as const);
  });
  const taken = new Set([...key, ...place, ...Object.keys(named), ...Object.keys(words)]);
  const isOwn = (word: string) => !taken.has(word) && all.filter(([other]) => other === word).length === 1;
  return Object.fromEntries(all.filter(([word]) => isOwn(word)));
}

const fieldOf = (read: (text: string) => string) =>
  z.union([z.string(), z.number()]).transform((value) => read(`${value}`));

/** The id of a table is read as that table reads it, so that `abc1` finds the car whose number is kept as `ABC1`. */
export function readerOf({ schedule, tables = [] }: KindShape, name: string): (text: string) => string {
  const known = schedule?.tables ?? {};
  const spec = Object.hasOwn(known, name) ? tables.find((table) => table.name === known[name]) : undefined;
  const columns = spec?.columns as Readonly<Record<string, Column>> | undefined;
  const schema = columns?.[spec?.key[0] ?? '']?.schema;
  if (schema === undefined) return (text) => text;
  return (text) => {
    const reading = readCell(schema as CellSchema<unknown>, text.trim());
    return 'value' in reading && reading.value !== null ? String(reading.value) : text;
  };
}
