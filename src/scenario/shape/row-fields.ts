import { z } from 'zod';
import { type CellSchema, readCell } from '../../tables/cells/cells.ts';
import type { Column } from '../../tables/table.ts';
import type { KindShape } from './kind-shape.ts';

/**
 * Some fields of a row of the schedule, as pins, forbidden rows and expectations write them; which there are, the kind
 * says. All are text: an id is a name, also where it is written in digits.
 */
export function fieldsOf(domain: KindShape) {
  const filled = (fields: object) => Object.keys(fields).length > 0;
  const { schedule } = domain;
  if (schedule === undefined) return z.record(z.string(), fieldOf(String)).refine(filled, 'needs at least one field');
  const columns = [...schedule.key, ...schedule.place];
  return z
    .strictObject(Object.fromEntries(columns.map((name) => [name, fieldOf(readerOf(domain, name)).exactOptional()])))
    .refine(filled, `needs at least one of ${columns.join(', ')}`);
}

const fieldOf = (read: (text: string) => string) =>
  z.union([z.string(), z.number()]).transform((value) => read(`${value}`));

/** The id of a table is read as that table reads it, so that `abc1` finds the car whose number is kept as `ABC1`. */
function readerOf({ schedule, tables = [] }: KindShape, name: string): (text: string) => string {
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
