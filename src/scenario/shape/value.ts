import type { z } from 'zod';
import { isMap, plain, type Tree, type TreeMap, type TreeScalar } from '../yaml/tree.ts';
import { branches, definition, innerOf } from './schema.ts';

type Schema = z.core.$ZodType;

/**
 * A schema that decides itself what a scalar stands for which YAML reads as a number, a truth value or nothing, from
 * that value and from its source text. The cells of a table do: their columns know what a text means.
 */
export interface ScalarReader {
  readonly readScalar: (value: number | boolean | null, text: string) => TreeScalar['value'];
}

/**
 * What was written, as the value that a schema is to check. A scalar without quotes that YAML reads as a number is
 * given as its source text where the schema takes text and no number: the id `007` is not the number 7, and `1.10` is
 * not 1.1. Where a number is a legal value it stays a number.
 *
 * @param schemas The schemas that may stand there; several where unions lead there.
 */
export const plainFor = (written: Tree, schemas: readonly Schema[]): unknown => plain(withText(written, schemas));

/** The same as a tree that still knows its places. */
export function withText(written: Tree, schemas: readonly Schema[]): Tree {
  if ('value' in written) return { ...written, value: scalarOf(written, schemas) };
  const all = schemas.flatMap(branches);
  const fitting = all.length < 2 ? all : all.filter((schema) => fits(schema, written));
  const within = fitting.length === 0 ? all : fitting;
  const own = schemas.filter((schema) => readerOf(schema) !== undefined);
  const below = (key: string): readonly Schema[] =>
    own.length > 0 ? own : within.flatMap((each) => childOf(each, key));
  if ('items' in written)
    return { ...written, items: written.items.map((item, at) => withText(item, below(String(at)))) };
  const entries = [...written.entries].map(([key, entry]): [string, Tree] => [key, withText(entry, below(key))]);
  return { ...written, entries: new Map(entries) };
}

/** The schemas at a dotted path below another, with their defaults and transformations. */
export const schemasBelow = (schema: Schema, keys: readonly string[]): readonly Schema[] =>
  keys.reduce<readonly Schema[]>(
    (schemas, key) => schemas.flatMap(branches).flatMap((each) => childOf(each, key)),
    [schema],
  );

function scalarOf({ value, text }: TreeScalar, schemas: readonly Schema[]): TreeScalar['value'] {
  if (text === undefined || typeof value === 'string') return value;
  const own = schemas.map(readerOf).find((reader) => reader !== undefined);
  if (own) return own.readScalar(value, text);
  if (isNothing(value, text)) return value;
  const all = schemas.flatMap(branches);
  if (!all.some((schema) => takesText(schema, text))) return value;
  const legal = whole(value, text) && all.some((schema) => takes(schema, value));
  return legal && !schemas.some((schema) => makesText(schema, value)) ? value : text;
}

/** Whether a number holds all that its text says: of more than 15 digits some are lost. */
const whole = (value: unknown, text: string): boolean =>
  typeof value !== 'number' || Number.isSafeInteger(value) || (Number.isFinite(value) && !/^[+-]?\d+$/.test(text));

/** An empty value, "~" and "null" are written by those who mean nothing; "Null" is also a family name. */
export const isNothing = (value: unknown, text: string): boolean => value === null && /^(~|null|)$/.test(text);

/** The reader that a schema has, or one within its defaults and transformations. */
function readerOf(schema: Schema): ScalarReader | undefined {
  if ('readScalar' in schema) return schema as Schema & ScalarReader;
  const inner = innerOf(schema);
  return inner === undefined ? undefined : readerOf(inner);
}

function takesText(schema: Schema, text: string): boolean {
  const { type, values, entries } = definition(schema);
  if (type === 'string' || type === 'template_literal') return true;
  return (values ?? Object.values(entries ?? {})).includes(text);
}

/** Types of which nothing can be said from outside: they may take anything. */
const OPEN = ['any', 'unknown', 'custom', 'transform'];

function takes(schema: Schema, value: number | boolean | null): boolean {
  const { type, values, entries } = definition(schema);
  if (OPEN.includes(type)) return true;
  if (values !== undefined || entries !== undefined) return (values ?? Object.values(entries ?? {})).includes(value);
  return type === (value === null ? 'null' : typeof value);
}

/** Whether a schema takes a number and makes text of it: then it is the text that its author wants. */
function makesText(schema: Schema, value: unknown): boolean {
  try {
    const answer = (schema as z.ZodType).safeParse(value);
    return answer.success && typeof answer.data === 'string';
  } catch {
    // A transformation of the author's own threw, or is asynchronous.
    return false;
  }
}

/** Whether an alternative of a union can be meant: it knows all keys that are written, and the values it lists. */
function fits(schema: Schema, written: Tree): boolean {
  const { type } = definition(schema);
  if ('items' in written) return type === 'array' || type === 'tuple';
  if (type === 'record') return true;
  return (
    type === 'object' && isMap(written) && [...written.entries.keys()].every((key) => fitsAt(schema, key, written))
  );
}

function fitsAt(schema: Schema, key: string, written: TreeMap): boolean {
  const { shape, catchall } = definition(schema);
  const own = shape && Object.hasOwn(shape, key) ? shape[key]! : undefined;
  // An object without a word on other keys drops them.
  if (own === undefined) return catchall === undefined || definition(catchall).type !== 'never';
  const listed = branches(own).map((each) => definition(each));
  if (!listed.every(({ values, entries }) => values ?? entries)) return true;
  const entry = written.entries.get(key)!;
  const all = listed.flatMap(({ values, entries }) => values ?? Object.values(entries ?? {}));
  return 'value' in entry && (all.includes(entry.value) || all.includes(entry.text));
}

function childOf(schema: Schema, key: string): readonly Schema[] {
  const { shape, catchall, valueType, element, items, rest } = definition(schema);
  if (shape && Object.hasOwn(shape, key)) return [shape[key]!];
  const next = catchall ?? valueType ?? element ?? items?.[Number(key)] ?? rest;
  return next ? [next] : [];
}
