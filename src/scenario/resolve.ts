import { resolve as absolute, dirname } from 'node:path';
import { stringify } from 'yaml';
import type { z } from 'zod';
import type { Problem } from '../problems/problem.ts';
import { noInline } from './problems.ts';
import type { Settings } from './scenario.ts';
import { unknownNames } from './shape/expected-names.ts';
import { schemaOf } from './shape/general.ts';
import { problemsOf } from './shape/issues.ts';
import type { KindShape } from './shape/kind-shape.ts';
import { strangeWeeks } from './shape/pin-weeks.ts';
import { keysAt } from './shape/schema.ts';
import { plainFor } from './shape/value.ts';
import { find, placeOf, plain, type TreeMap } from './yaml/tree.ts';

/** What was written, checked and filled with defaults. */
export interface Resolved {
  readonly settings: Settings;
  readonly expect: Readonly<Record<string, unknown>>;
}

/** Checks what was written: its resolved settings, or all that is wrong with it. */
export function resolve(
  written: TreeMap,
  schema: z.ZodObject,
  domain: KindShape,
): { readonly resolved?: Resolved; readonly problems: readonly Problem[] } {
  const parsed = schema.safeParse(plainFor(written, [schema]));
  if (!parsed.success) {
    const found = problemsOf(parsed.error.issues, schema, written);
    return { problems: asksInline(written) && !domain.inline ? withoutInline(found, domain, written) : found };
  }
  const { variants: _, extends: __, sweep: ___, expect, ...rest } = parsed.data as Record<string, unknown>;
  const located = { ...rest, data: locate(rest.data, written), ...stayOf(rest.stay_close_to, written) };
  const settings = inOrder(located, schema, []) as Settings;
  const own = [...strangeWeeks(settings), ...(domain.check?.(settings) ?? [])];
  const found = [...unknownNames(Object(expect), domain, written), ...own];
  const problems = found.map((problem) =>
    problem.place || !problem.path ? problem : { ...problem, place: placeOf(written, problem.path) },
  );
  return { resolved: { settings, expect: expect as Resolved['expect'] }, problems };
}

function asksInline(written: TreeMap): boolean {
  const data = find(written, ['data']);
  return data !== undefined && (plain(data) === 'inline' || find(data, ['inline']) !== undefined);
}

/** One problem in the words of the matter, in place of what the schema says about the same setting. */
function withoutInline(found: readonly Problem[], { kind }: KindShape, written: TreeMap): readonly Problem[] {
  const others = found.filter((problem) => problem.path?.[0] !== 'data');
  return [noInline(kind, placeOf(written, ['data'])), ...others];
}

/** Sources of data that are paths. */
const PATHS = ['dir', 'xlsx', 'parquet', 'json'] as const;

/** A folder or file of data is relative to the file that names it; from the command line, to the current folder. */
function locate(data: unknown, written: TreeMap): unknown {
  const given: Readonly<Record<string, unknown>> = Object(data);
  const key = PATHS.find((name) => name in given);
  if (key === undefined) return data;
  const origin = find(written, ['data', key])?.at.file;
  const folder = origin === undefined || origin === '--set' ? '.' : dirname(origin);
  return { ...given, [key]: absolute(folder, String(given[key])) };
}

/** A run is relative to the file that names it, as data is. */
function stayOf(stay: unknown, written: TreeMap): object {
  if (typeof stay !== 'object' || stay === null || !('run' in stay)) return {};
  const origin = find(written, ['stay_close_to', 'run'])?.at.file;
  const folder = origin === undefined || origin === '--set' ? '.' : dirname(origin);
  return { stay_close_to: { ...stay, run: absolute(folder, String(stay.run)) } };
}

/** Keys as the schema orders them, then those it does not name by code unit: the same settings are the same text. */
function inOrder(value: unknown, schema: z.ZodObject, path: readonly PropertyKey[]): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const known = keysAt(schema, path);
  const free = Object.keys(value).filter((key) => !known.includes(key));
  const keys = [...known.filter((key) => Object.hasOwn(value, key)), ...free.sort()];
  const entries: Readonly<Record<string, unknown>> = { ...value };
  return Object.fromEntries(keys.map((key) => [key, inOrder(entries[key], schema, [...path, key])]));
}

/** Settings that were added to after they were read, in the order of their kind again. */
export const settingsInOrder = (settings: Settings, domain: KindShape): Settings =>
  inOrder(settings, schemaOf(domain), []) as Settings;

/** Settings as YAML that reads back to the same settings. */
export function textOf(settings: Settings): string {
  return stringify(settings, { schema: 'core', lineWidth: 0, aliasDuplicateObjects: false });
}
