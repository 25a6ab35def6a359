import type { Place } from '../../problems/problem.ts';

/** A value as somebody wrote it: every part of it knows its place. */
export type Tree = TreeMap | TreeList | TreeScalar;

interface Somewhere {
  /** Where the value stands; of a map or list its first line. */
  readonly at: Place;
  /** Where the key that names it stands; absent for list items and the whole. */
  readonly key?: Place;
}
export interface TreeMap extends Somewhere {
  readonly entries: ReadonlyMap<string, Tree>;
}
interface TreeList extends Somewhere {
  readonly items: readonly Tree[];
}
export interface TreeScalar extends Somewhere {
  readonly value: string | number | boolean | null;
  /** As it was written, where that is a word without quotes that YAML reads as something other than text: `007`. */
  readonly text?: string;
}

/** Whether a map was written there. */
export function isMap(written: Tree | undefined): written is TreeMap {
  return written !== undefined && 'entries' in written;
}

/** The value without its places. Maps have no prototype, so that no key of theirs is special. */
export function plain(written: Tree): unknown {
  if ('value' in written) return written.value;
  if ('items' in written) return written.items.map(plain);
  const value: Record<string, unknown> = Object.create(null);
  for (const [key, entry] of written.entries) value[key] = plain(entry);
  return value;
}

/** One level down: the entry of a map, the item of a list. */
export function child(written: Tree | undefined, key: PropertyKey): Tree | undefined {
  if (written === undefined || 'value' in written) return undefined;
  return 'items' in written ? written.items[Number(key)] : written.entries.get(String(key));
}

/** What is written at a path, or undefined. */
export function find(written: Tree, path: readonly PropertyKey[]): Tree | undefined {
  return path.reduce<Tree | undefined>(child, written);
}

/** The place of a path: its value; for maps its key, which is where a reader looks; else the nearest parent's. */
export function placeOf(written: Tree, path: readonly PropertyKey[]): Place {
  const there = find(written, path);
  if (there === undefined) return placeOf(written, path.slice(0, -1));
  return isMap(there) && there.key ? there.key : there.at;
}

/** The place of the key at a path; its value's where it has none. */
export function keyPlaceOf(written: Tree, path: readonly PropertyKey[]): Place {
  return find(written, path)?.key ?? placeOf(written, path);
}

/**
 * Lays `over` on `base`: same keys, later wins; maps merge deeply; lists and scalars replace.
 * `data` replaces as a whole, since its forms exclude each other.
 */
export function merge(base: TreeMap, over: TreeMap): TreeMap {
  return mergeMaps(base, over, new Set(['data']));
}

function mergeMaps(base: TreeMap, over: TreeMap, whole: ReadonlySet<string>): TreeMap {
  const entries = new Map(base.entries);
  for (const [key, later] of over.entries) {
    const before = entries.get(key);
    entries.set(key, isMap(before) && isMap(later) && !whole.has(key) ? mergeMaps(before, later, new Set()) : later);
  }
  return { ...over, entries };
}

/** A map without some of its keys. */
export function without(written: TreeMap, keys: readonly string[]): TreeMap {
  return { ...written, entries: new Map([...written.entries].filter(([key]) => !keys.includes(key))) };
}

/** The paths of all values that are not maps with entries, in the order written. */
export function leaves(written: Tree, path: readonly string[] = []): readonly (readonly string[])[] {
  if (!isMap(written) || written.entries.size === 0) return [path];
  return [...written.entries].flatMap(([key, entry]) => leaves(entry, [...path, key]));
}
