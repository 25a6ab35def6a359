import { nearest } from '../problems/nearest.ts';
import { type Problem, Refusal } from '../problems/problem.ts';
import * as problems from './problems.ts';
import type { Override } from './scenario.ts';
import { MOST_DEPTH } from './yaml/guard.ts';
import { placeAt, type Source, sourceOf } from './yaml/source.ts';
import { child, isMap, keyPlaceOf, leaves, merge, type Tree, type TreeMap } from './yaml/tree.ts';
import { readYaml } from './yaml/yaml.ts';

/** Keys that say what a scenario is: changing them makes another scenario, not a variant. */
export const FIXED: readonly string[] = ['kind', 'extends', 'variants', 'sweep'];

/** One layer of overrides, laid on what was written before it. */
export interface Layer {
  readonly by: string;
  readonly written: TreeMap;
}

/** The variants of a scenario by name, as layers are laid; those that are not maps are left to the schema. */
export function variantsOf(written: TreeMap): ReadonlyMap<string, TreeMap> {
  const variants = written.entries.get('variants');
  const entries = isMap(variants) ? [...variants.entries] : [];
  return new Map(entries.filter((entry): entry is [string, TreeMap] => isMap(entry[1])));
}

/** What is wrong with variants before their settings are looked at: their names, and keys they cannot change. */
export function variantProblems(variants: ReadonlyMap<string, TreeMap>): readonly Problem[] {
  return [...variants].flatMap(([name, variant]) => [
    // The name becomes part of a folder's name.
    ...(/^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u.test(name) ? [] : [problems.variantName(name, keyPlaceOf(variant, []))]),
    ...FIXED.filter((key) => variant.entries.has(key)).map((key) =>
      problems.variantKey(key, keyPlaceOf(variant, [key])),
    ),
  ]);
}

/** The layer of the variant asked for. */
export function variantLayer(written: TreeMap, name: string): Layer {
  const variants = variantsOf(written);
  const variant = variants.get(name);
  if (variant) return { by: `variant ${name}`, written: variant };
  const known = [...variants.keys()];
  const place = keyPlaceOf(written, known.length > 0 ? ['variants'] : []);
  throw new Refusal([problems.unknownVariant(name, nearest(name, known), known, place)]);
}

/**
 * The layer of all `--set key=value` arguments. Values are YAML.
 *
 * @param before Layers already chosen: a key is overridden once only.
 */
export function setLayer(set: readonly string[], before: readonly Layer[]): Layer {
  const taken = before.flatMap(({ by, written }) => leaves(written).map((path) => ({ by, path })));
  const found: Problem[] = [];
  let whole: TreeMap = { at: { file: '--set' }, entries: new Map() };
  for (const text of set) {
    const source = sourceOf('--set', text, false);
    const setting = readSetting(source, found);
    if (!setting) continue;
    const other = taken.find(({ path }) => overlap(path, setting.path));
    if (other) found.push(problems.setTwice(setting.path, other.by, placeAt(source, 0, text.indexOf('='))));
    taken.push({ by: 'another --set', path: setting.path });
    whole = merge(whole, setting.written);
  }
  if (found.length > 0) throw new Refusal(found);
  return { by: '--set', written: whole };
}

function overlap(a: readonly string[], b: readonly string[]): boolean {
  return a.slice(0, b.length).every((key, i) => key === b[i]);
}

interface Setting {
  readonly path: readonly string[];
  readonly written: TreeMap;
}

function readSetting(source: Source, found: Problem[]): Setting | undefined {
  const equals = source.text.indexOf('=');
  const path = source.text.slice(0, Math.max(0, equals)).split('.');
  const place = placeAt(source, 0, source.text.length);
  if (equals < 0 || path.includes('') || path.length > MOST_DEPTH) found.push(problems.setShape(place));
  else if (FIXED.includes(path[0] ?? '')) found.push(problems.setKey(path[0] ?? '', place));
  else if (path.includes('__proto__')) found.push(problems.forbiddenKey('__proto__', place));
  else {
    try {
      return { path, written: nest(source, path, readYaml(source, equals + 1)) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      found.push(...error.problems);
    }
  }
  return undefined;
}

/** The maps around a value: `a.b=1` is `{a: {b: 1}}`, each key at its place in the argument. */
function nest(source: Source, path: readonly string[], value: Tree): TreeMap {
  const at = placeAt(source, 0, source.text.length);
  let inner = value;
  for (let depth = path.length - 1; depth >= 0; depth--) {
    const start = path.slice(0, depth).join('.').length + (depth > 0 ? 1 : 0);
    const name = path[depth] ?? '';
    const key = placeAt(source, start, start + name.length);
    inner = { at, entries: new Map([[name, { ...inner, key }]]) };
  }
  return inner as TreeMap;
}

/** What changed between two resolved values, setting by setting; a list is one setting. */
export function differences(old: unknown, now: unknown, by: string, path = ''): readonly Override[] {
  if (isRecord(old) && isRecord(now)) {
    const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])];
    return keys.flatMap((key) => differences(own(old, key), own(now, key), by, path === '' ? key : `${path}.${key}`));
  }
  return JSON.stringify(old) === JSON.stringify(now) ? [] : [{ path, old, new: now, by }];
}

function own(record: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Where a variant stands: its name's place. */
export function variantPlace(written: TreeMap, name: string) {
  return keyPlaceOf(child(written, 'variants') ?? written, [name]);
}
