import { z } from 'zod';
import type { Column, TableSpec } from '../../tables/table.ts';
import { isZone } from './time.ts';

const refused = (context: z.core.$RefinementCtx, message: string, maybe: string) =>
  context.addIssue({ code: 'custom', message, params: { maybe } });

/** A local time of day, 'HH:MM' or 'HH:MM:SS'. */
export const clock = z.string().superRefine((text, context) => {
  if (!/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(text))
    refused(context, `needs a time of day, was "${text}"`, 'Maybe "20:00", in quotes.');
});

/** A time zone of the IANA database. */
export const zone = z.string().superRefine((text, context) => {
  if (!isZone(text)) refused(context, `unknown time zone "${text}"`, 'Maybe "America/New_York", or "UTC".');
});

/** An offset from UTC, '+HH:MM' or '-HH:MM'. */
export const offset = z.string().superRefine((text, context) => {
  if (!/^[+-]([01]\d|2[0-3]):[0-5]\d$/.test(text))
    refused(context, `needs an offset from UTC, was "${text}"`, 'Maybe "-04:00", in quotes.');
});

/** An instant in ISO form with its zone: 'Z' or an offset. */
export const instant = z.string().superRefine((text, context) => {
  if (
    !z.iso.datetime({ offset: true }).safeParse(text).success &&
    !/^\d{4}-\d\d-\d\dT\d\d:\d\d(Z|[+-]\d\d:\d\d)$/.test(text)
  )
    refused(context, `needs an instant with its zone, was "${text}"`, 'Maybe "2025-03-10T20:40:00-04:00".');
});

/** A list of distinct words. */
export const listOf = <const W extends readonly [string, ...string[]] | readonly string[]>(words: W, least: number) =>
  z
    .array(z.enum(words as unknown as [W[number], ...W[number][]]))
    .min(least)
    .refine((list) => new Set(list).size === list.length, 'names the same twice');

/** What a row of a table may hold in YAML; whether it makes sense the table's own validation says. */
const cell = z
  .unknown()
  .refine(
    (value) => isScalar(value) || (Array.isArray(value) && value.every(isScalar)),
    'needs text, a number or a list',
  )
  // What JSON cannot hold is text from here on, so that a stored scenario reads back the same.
  .transform((value) => (typeof value === 'number' && !Number.isFinite(value) ? String(value) : value));

function isScalar(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

type Row = Readonly<Record<string, unknown>>;

/** Rows of a table in YAML: a list; or, where the key is one column, a map by it. */
export function rowsOf<R extends object>(
  spec: TableSpec<R>,
  description: string,
): z.ZodOptional<z.ZodType<readonly Row[] | Readonly<Record<string, Row>>>> {
  const columns = Object.entries<Column>(spec.columns);
  const row = (names: readonly string[]) =>
    z.strictObject(
      Object.fromEntries(
        columns
          .filter(([name]) => names.includes(name))
          .map(([name, { description }]) => [name, cell.optional().describe(description)]),
      ),
    );
  const all = columns.map(([name]) => name);
  const list = z.array(row(all));
  const [key, second] = spec.key;
  const map = z.record(z.string(), row(all.filter((name) => name !== key)));
  const rows: z.ZodType = key !== undefined && second === undefined ? z.union([list, map]) : list;
  return (rows as z.ZodType<readonly Row[] | Readonly<Record<string, Row>>>)
    .optional()
    .describe(description) as z.ZodOptional<z.ZodType<readonly Row[] | Readonly<Record<string, Row>>>>;
}

/** Cells of an inline row as the text that a CSV file would hold. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? value.map((item) => cellText(item)).join(';') : String(value);
}
