import type { z } from 'zod';
import type { Place, Problem } from '../problems/problem.ts';
import { FIXED } from '../scenario/overrides.ts';
import { valuesOf } from '../scenario/shape/sweep-shape.ts';
import { schemasBelow, withText } from '../scenario/shape/value.ts';
import { find, isMap, plain, type Tree, type TreeMap } from '../scenario/yaml/tree.ts';
import * as problems from './problems.ts';

/** A swept setting as it was written: every value knows its place. */
export interface List {
  readonly from: 'grid' | 'zip' | 'worlds';
  readonly path: string;
  /** Of its key: what a reader looks for. */
  readonly place: Place;
  readonly values: readonly Tree[];
}

/** Settings that make no difference to a schedule, or all the difference: neither can be swept. */
const UNSWEEPABLE = [...FIXED, 'title', 'description', 'expect'];

/**
 * The lists of the `sweep:` of a scenario whose shape is known to be right, and what is wrong with them.
 *
 * @param schema Of the whole scenario: where a setting takes text, its swept values are the texts that were written.
 */
export function listsOf(
  written: Tree,
  schema: z.ZodObject,
): { readonly lists: readonly List[]; readonly problems: readonly Problem[] } {
  const lists = (['grid', 'zip', 'worlds'] as const).flatMap((from) => {
    const section = find(written, ['sweep', from]);
    return isMap(section) ? [...section.entries].map(([key, value]) => listOf(from, key, value, schema)) : [];
  });
  const found = lists.flatMap((list, index) => problemsOf(list, lists.slice(0, index)));
  return { lists, problems: [...found, ...unevenZips(lists)] };
}

function listOf(from: List['from'], key: string, value: Tree, schema: z.ZodObject): List {
  const path = from === 'worlds' && key === 'seeds' ? 'data.sample' : key;
  const place = value.key ?? value.at;
  if ('items' in value) {
    const setting = schemasBelow(schema, path.split('.'));
    return { from, path, place, values: value.items.map((item) => withText(item, setting)) };
  }
  // Every number of a range stands where the range does.
  const numbers = valuesOf(plain(value) as { from: number; to: number; step: number });
  return { from, path, place, values: numbers.map((number) => ({ at: value.at, value: number })) };
}

function problemsOf(list: List, before: readonly List[]): readonly Problem[] {
  const { path, place, values } = list;
  const keys = path.split('.');
  if (keys.includes('') || keys.length > 20 || keys.includes('__proto__')) return [problems.badPath(path, place)];
  if (UNSWEEPABLE.includes(keys[0]!)) return [problems.notSweepable(path, place)];
  const other = before.find((each) => overlap(each.path, path));
  const texts = values.map((value) => JSON.stringify(plain(value)));
  const twice = values.filter((_, index) => texts.indexOf(texts[index]!) < index);
  return [
    ...(other ? [problems.sweptTwice(path, other.path, place)] : []),
    ...twice.map((value) => problems.sameValue(path, plain(value), value.at)),
  ];
}

const overlap = (a: string, b: string): boolean => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);

function unevenZips(lists: readonly List[]): readonly Problem[] {
  const [first, ...others] = lists.filter((list) => list.from === 'zip');
  if (!first) return [];
  return others
    .filter((list) => list.values.length !== first.values.length)
    .map(({ path, place, values }) => problems.unevenZip(path, values.length, first.path, first.values.length, place));
}

/** The maps around one value of a list: `a.b` = 1 is `{a: {b: 1}}`, each key at its part of the path as written. */
export function nested({ path, place }: List, value: Tree): TreeMap {
  const keys = path.split('.');
  let inner: Tree = value;
  for (let depth = keys.length - 1; depth >= 0; depth--) {
    const before = keys.slice(0, depth).join('.').length + (depth > 0 ? 1 : 0);
    const key = part(place, path, before, keys[depth]!.length);
    inner = { at: value.at, entries: new Map([[keys[depth]!, { ...inner, key }]]) };
  }
  return inner as TreeMap;
}

/** The part of a key's place; the whole of it where the key was not written as plain text. */
function part(place: Place, path: string, start: number, length: number): Place {
  if (place.column === undefined || place.length !== path.length) return place;
  return { ...place, column: place.column + start, length };
}
