import { dirname } from 'node:path/posix';
import type { Source } from './sources.ts';

/** What needs what, by name. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** Files, and those that they import: of values only, or of types too. */
export function importsBetween(files: readonly Source[], which: 'values' | 'all'): Graph {
  const names = new Set(files.map(({ file }) => file));
  const needs = ({ imports }: Source) =>
    imports.flatMap(({ target, typeOnly }) =>
      target !== undefined && names.has(target) && !(which === 'values' && typeOnly) ? [target] : [],
    );
  return new Map(files.map((source) => [source.file, new Set(needs(source))]));
}

/** The same between groups of files, such as folders. What a group imports of itself does not count. */
export function between(graph: Graph, groupOf: (file: string) => string): Graph {
  const groups = new Map<string, Set<string>>();
  for (const [file, needs] of graph) {
    const group = groupOf(file);
    const own = groups.get(group) ?? new Set();
    groups.set(group, own);
    for (const need of needs) if (groupOf(need) !== group) own.add(groupOf(need));
  }
  return groups;
}

/** The largest sets of names that all need each other, on whatever way. A name that needs itself alone is none. */
export function circles(graph: Graph): readonly (readonly string[])[] {
  const reach = new Map([...graph.keys()].map((name) => [name, reachedFrom(graph, name)]));
  const seen = new Set<string>();
  return [...graph.keys()].flatMap((name) => {
    if (seen.has(name)) return [];
    const circle = [...reach.get(name)!].filter((other) => reach.get(other)?.has(name));
    for (const each of circle) seen.add(each);
    return circle.length > 1 ? [circle.sort()] : [];
  });
}

function reachedFrom(graph: Graph, name: string): ReadonlySet<string> {
  const found = new Set(graph.get(name));
  for (const at of found) for (const next of graph.get(at) ?? []) found.add(next);
  return found;
}

/** "2 circles", and each on a line of its own. */
export function circlesText(found: readonly (readonly string[])[]): string {
  const count = found.length === 1 ? '1 circle' : `${found.length} circles`;
  return [count, ...found.map((circle) => `  ${circle.join(', ')}`)].join('\n');
}

/** How many files stand side by side in each folder, most first. */
export function filesBeside(files: readonly Source[]): readonly (readonly [folder: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const { file } of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
