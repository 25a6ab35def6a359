import type { z } from 'zod';

/** The parts of a schema's definition that messages speak of. */
interface Definition {
  readonly type: string;
  readonly format?: string;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly catchall?: z.core.$ZodType;
  readonly innerType?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
  readonly out?: z.core.$ZodType;
  readonly getter?: () => z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly element?: z.core.$ZodType;
  readonly items?: readonly z.core.$ZodType[];
  readonly rest?: z.core.$ZodType | null;
  readonly left?: z.core.$ZodType;
  readonly right?: z.core.$ZodType;
  readonly keyType?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, string | number>>;
  readonly checks?: readonly { readonly _zod: { readonly def: Check } }[];
}
interface Check {
  readonly check: string;
  readonly value?: number;
  readonly inclusive?: boolean;
  readonly minimum?: number;
  readonly format?: string;
}

/** A schema's own description of itself. */
export function definition(schema: z.core.$ZodType): Definition {
  return schema._zod.def as unknown as Definition;
}

/** What stands within a default, an optional, a transformation; nothing within a schema that is none of these. */
export function innerOf(schema: z.core.$ZodType): z.core.$ZodType | undefined {
  const def = definition(schema);
  if (def.getter) return def.getter();
  if (def.innerType) return def.innerType;
  if (def.type !== 'pipe' || !def.in || !def.out) return undefined;
  return definition(def.in).type === 'transform' ? def.out : def.in;
}

/** The alternatives of a schema, as a person may write them: of a union its options, of another itself. */
export function branches(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  const inner = innerOf(schema);
  if (inner !== undefined) return branches(inner);
  const { options, left, right } = definition(schema);
  if (left && right) return [...branches(left), ...branches(right)];
  return options ? options.flatMap(branches) : [schema];
}

/** The schemas that a path may have: several where it leads through a union. */
export function schemasAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly z.core.$ZodType[] {
  return path.reduce<readonly z.core.$ZodType[]>(
    (schemas, key) => schemas.flatMap((each) => below(each, String(key))),
    branches(schema),
  );
}

function below(schema: z.core.$ZodType, key: string): readonly z.core.$ZodType[] {
  const { shape, catchall, valueType, element } = definition(schema);
  const next = shape && Object.hasOwn(shape, key) ? shape[key] : (catchall ?? valueType ?? element);
  return next === undefined || definition(next).type === 'never' ? [] : branches(next);
}

/** The keys known at a path, in the order of the schema. */
export function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  const keys = schemasAt(schema, path).flatMap((each) => {
    const { shape, keyType } = definition(each);
    return shape ? Object.keys(shape) : keyType ? branches(keyType).flatMap(choices).map(String) : [];
  });
  return [...new Set(keys)];
}

/** Deeper than any setting lies; a schema that holds itself ends there. */
const DEEPEST = 6;

/** The dotted paths of all settings that a schema names, in its order. */
export function pathsIn(schema: z.core.$ZodType, before: readonly string[] = []): readonly string[] {
  if (before.length >= DEEPEST) return [];
  const found = branches(schema).flatMap((each) =>
    Object.entries(definition(each).shape ?? {}).flatMap(([key, inner]) => {
      const path = [...before, key];
      return [path.join('.'), ...pathsIn(inner, path)];
    }),
  );
  return [...new Set(found)];
}

/** The values that a schema allows, where it lists them. */
export function choices(schema: z.core.$ZodType): readonly unknown[] {
  const { values, entries } = definition(schema);
  return values ?? (entries ? Object.values(entries) : []);
}

/**
 * What schemas need, in words.
 *
 * @example
 * needs([z.int().min(0)]) // 'a whole number of at least 0'
 * needs([z.literal(false), z.strictObject({})]) // 'false or a map'
 */
export function needs(schemas: readonly z.core.$ZodType[]): string {
  const listed = schemas.flatMap(choices).map(String);
  const kinds = schemas.filter((schema) => choices(schema).length === 0).map(need);
  const list = listed.length > 1 && kinds.length === 0 ? [`one of ${listed.join(', ')}`] : listed;
  return [...new Set([...list, ...kinds])].join(' or ');
}

function need(schema: z.core.$ZodType): string {
  const { type, format, checks = [] } = definition(schema);
  const limits = checks.map((check) => check._zod.def);
  const formats = [format, ...limits.map((limit) => limit.format)];
  if (type === 'number') return numberWords(formats.includes('safeint') || formats.includes('int32'), limits);
  const filled = limits.some((limit) => limit.check === 'min_length' && (limit.minimum ?? 0) > 0);
  if (formats.includes('date')) return 'a date such as 2025-09-22';
  if (type === 'string') return filled ? 'text that is not empty' : 'text';
  if (type === 'boolean') return 'true or false';
  if (type === 'array' || type === 'tuple') return filled ? 'a list that is not empty' : 'a list';
  if (type === 'object' || type === 'record') return 'a map';
  return type === 'null' ? 'nothing' : 'another value';
}

function numberWords(whole: boolean, limits: readonly Check[]): string {
  const bound = (check: string, inclusive: boolean) =>
    limits.find((limit) => limit.check === check && limit.inclusive === inclusive)?.value;
  const [least, most] = [bound('greater_than', true), bound('less_than', true)];
  const [above, below] = [bound('greater_than', false), bound('less_than', false)];
  const step = limits.find((limit) => limit.check === 'multiple_of')?.value;
  return [
    whole ? 'a whole number' : 'a number',
    ...(least !== undefined && most !== undefined ? [`from ${least} to ${most}`] : []),
    ...(least !== undefined && most === undefined ? [`of at least ${least}`] : []),
    ...(least === undefined && most !== undefined ? [`of at most ${most}`] : []),
    ...(above === undefined ? [] : [`above ${above}`]),
    ...(below === undefined ? [] : [`below ${below}`]),
    ...(step === undefined ? [] : [decimals(step)]),
  ].join(' ');
}

function decimals(step: number): string {
  const places = -Math.round(Math.log10(step));
  return places > 0 && Math.abs(10 ** -places - step) < 1e-12 ? `with up to ${places} decimals` : `in steps of ${step}`;
}
