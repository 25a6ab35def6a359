import { z } from 'zod';
import { holdsSecret } from '../../tables/sources/secret.ts';
import type { KindShape } from './kind-shape.ts';

/** A seed of the sample, or of a solver. */
export const SEED = z.int().min(0).max(2_147_483_647);

/** What every source may say about its rows and columns. */
const READING = {
  unreadable: z
    .literal('leave_out')
    .exactOptional()
    .describe('Rows that forbid something and cannot be used are left out; the run is then no proof for these data.'),
  columns: z
    .record(z.string(), z.record(z.string(), z.string().min(1)))
    .exactOptional()
    .describe('By table and column of ours: what the column is called there.'),
};

/** `env:NAME`, or an address in which nothing is secret. */
const ADDRESS = z
  .string()
  .min(1)
  .refine((text) => text.startsWith('env:') || !holdsSecret(text), {
    message: 'holds a password, and a scenario is no place for one',
    params: {
      maybe: 'Maybe put the whole address into the environment, and write its name here: url: env:DATABASE_URL.',
    },
  });

const TABLES = z
  .record(z.string(), z.string().min(1))
  .default({})
  .describe('By table of ours: what it is called there, where the names differ.');

const ONLY = z
  .strictObject({
    office: z
      .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
      .exactOptional()
      .describe('Rows of this office, or of these, and those that name none.'),
    since: z.iso
      .date()
      .exactOptional()
      .describe('Rows whose last day is not before this one, and those that have none.'),
  })
  .default({})
  .describe('Which rows are asked for, where the tables know offices and last days; empty: all.');

const POSTGRES = z.strictObject({
  url: ADDRESS.describe('The address of the database: env:NAME names the variable of the environment that holds it.'),
  schema: z.string().min(1).default('public').describe('The schema of its tables.'),
  tables: TABLES,
  only: ONLY,
  seconds: z.number().positive().max(86_400).default(60).describe('The most seconds that one statement may take.'),
});

const SUPABASE = z.strictObject({
  url: ADDRESS.describe('The address of the project: env:NAME names the variable of the environment that holds it.'),
  key: z
    .string()
    .refine((text) => /^env:\w+$/.test(text), {
      message: 'is a secret, and a scenario is no place for one',
      params: { maybe: 'Maybe put the key into the environment, and write its name here: key: env:SUPABASE_KEY.' },
    })
    .describe('The key of its interface: env:NAME names the variable of the environment that holds it.'),
  schema: z.string().min(1).default('public').describe('The schema of its tables.'),
  tables: TABLES,
  only: ONLY,
  seconds: z.number().positive().max(86_400).default(60).describe('The most seconds that one request may take.'),
});

const SOURCES = [
  z.literal('sample').transform(() => ({ sample: 1 })),
  z.strictObject({ sample: SEED.describe('The seed of the sample data.') }),
  z.strictObject({
    dir: z.string().min(1).describe('A folder of CSV files named after the tables.'),
    ...READING,
  }),
  z.strictObject({ postgres: POSTGRES.describe('A database of PostgreSQL.'), ...READING }),
  z.strictObject({ supabase: SUPABASE.describe('A project of Supabase, or another PostgREST.'), ...READING }),
  z.strictObject({
    xlsx: z.string().min(1).describe('A workbook of a spreadsheet program, with a sheet for each table.'),
    tables: TABLES,
    ...READING,
  }),
  z.strictObject({
    parquet: z.string().min(1).describe('A folder of Parquet files named after the tables.'),
    ...READING,
  }),
] as const;

const INLINE = [
  z.literal('inline').transform(() => ({ inline: true as const })),
  z.strictObject({ inline: z.literal(true).describe('The tables stand in this file.') }),
] as const;

const WHERE =
  'Where the tables come from: sample, {sample: seed}, {dir: path}, {xlsx: path}, {parquet: path} relative to this file, {postgres: {url: env:NAME}} or {supabase: {url: env:NAME, key: env:NAME}}';

/** Only a kind whose scenarios can hold their tables offers that, and only one that can read a JSON file offers such. */
export function dataOf({ data, inline, json }: KindShape) {
  const file = json && z.strictObject({ json: z.string().min(1).describe(json.description) });
  const sources = [...SOURCES, ...(file ? [file] : []), ...(inline === undefined ? [] : INLINE)] as const;
  const more = [
    ...(file ? ['; {json: path}: a file of another system'] : []),
    ...(inline === undefined ? [] : ['; inline: they stand in the scenario itself']),
  ];
  return z
    .union(sources)
    .default(data === 'inline' ? { inline: true } : { sample: 1 })
    .describe(`${WHERE}${more.join('')}.`);
}
