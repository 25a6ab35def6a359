import { childrenOf, type Reading, textOf } from '../reading.ts';
import type { Element } from '../xml.ts';

/** Who the students of a name are: the smallest sets that nothing divides, and how many students they have. */
export interface Students {
  /** The smallest sets within a year, a group or a subgroup: by these two activities share students or do not. */
  readonly within: (name: string) => readonly string[] | undefined;
  readonly count: (name: string) => number;
}

/**
 * Years, groups and subgroups. One subgroup may be in several groups, and one group in several years: whoever has a name
 * in common has students in common. A set without smaller ones is one itself.
 */
export function studentsOf({ number }: Reading, lists: readonly Element[]): Students {
  const members = new Map<string, Set<string>>();
  const counts = new Map<string, number>();
  const add = (at: Element, inner: readonly string[]): readonly string[] => {
    const name = textOf(at, 'Name');
    const size = textOf(at, 'Number_of_Students') || '0';
    counts.set(
      name,
      Math.max(counts.get(name) ?? 0, number(at, size, `the number of students of ${name}`, 0, 1_000_000)),
    );
    const own = members.get(name) ?? members.set(name, new Set()).get(name)!;
    for (const each of inner) own.add(each);
    return inner.length > 0 ? inner : [name];
  };
  for (const year of lists.flatMap((list) => childrenOf(list, 'Year'))) {
    const groups = childrenOf(year, 'Group').flatMap((group) =>
      add(
        group,
        childrenOf(group, 'Subgroup').flatMap((subgroup) => add(subgroup, [])),
      ),
    );
    add(year, groups);
  }
  // A group may be divided in one year and stand alone in another: what it is there, it is everywhere.
  const leaves = (name: string, above: readonly string[] = []): readonly string[] => {
    const inner = [...(members.get(name) ?? [])].filter((each) => each !== name && !above.includes(each));
    return inner.length === 0 ? [name] : inner.flatMap((each) => leaves(each, [...above, name]));
  };
  return {
    within: (name) => (members.has(name) ? [...new Set(leaves(name))] : undefined),
    count: (name) => counts.get(name) ?? 0,
  };
}
