import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';

const manifest: { readonly name: string; readonly version: string } = createRequire(import.meta.url)(
  '../../package.json',
);

/** The engine's name and version. */
export const ENGINE = `${manifest.name} ${manifest.version}`;

/** SHA-256, in hex, of a value as JSON with sorted keys: the same value has one hash, however it was written. */
export const hashOf = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('hex');

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`;
}
