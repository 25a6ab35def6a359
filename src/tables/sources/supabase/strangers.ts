import { LOOKED_AT, type Stranger } from '../map/stranger.ts';
import type { SupabaseSource } from '../source.ts';
import { describe } from './catalog.ts';
import { restOf } from './rest.ts';

/** The tables that the interface offers, with their first rows. */
export async function supabaseStrangers(source: SupabaseSource): Promise<readonly Stranger[]> {
  const rest = restOf(source);
  const strangers: Stranger[] = [];
  for (const [name, { columns }] of (await describe(rest, [])).tables) {
    const { body } = await rest.ask(`/${encodeURIComponent(name)}?limit=${LOOKED_AT}`, `reading ${name}`);
    const rows = Array.isArray(body) ? (body as readonly Readonly<Record<string, unknown>>[]) : [];
    strangers.push({ name, columns, rows: rows.map((row) => columns.map((column) => textOf(row[column]))) });
  }
  return strangers;
}

const textOf = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
