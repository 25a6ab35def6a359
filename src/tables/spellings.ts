import type { PlacedRow } from './duplicates.ts';
import { legible, plainOf } from './names.ts';
import { cut, rowProblems } from './problems.ts';
import type { Quarantined, TableSpec } from './table.ts';
import type { Validated } from './validate.ts';

/** For each kind of name that is spelt in two ways: the spelling that most rows have, by each of the others. */
export type Spellings = ReadonlyMap<string, ReadonlyMap<string, string>>;

const columnsOf = (spec: TableSpec) => Object.entries<string | undefined>(spec.names ?? {});

/** Finds names in two spellings, over all columns that hold one kind of name. */
export function spellingsOf(specs: readonly TableSpec[], validated: readonly Validated[]): Spellings {
  const kinds = new Map<string, Map<string, number>>();
  for (const [at, spec] of specs.entries())
    for (const [column, kind] of columnsOf(spec)) {
      const counts = kinds.get(kind!) ?? new Map<string, number>();
      kinds.set(kind!, counts);
      for (const { row } of validated[at]!.placed)
        for (const name of [row[column]].flat())
          if (typeof name === 'string') counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  return new Map([...kinds].map(([kind, counts]) => [kind, rarer(counts)]));
}

function rarer(counts: ReadonlyMap<string, number>): ReadonlyMap<string, string> {
  const usual = new Map<string, string>();
  const byCount = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const others = byCount.flatMap(([name]): [string, string][] => {
    const plain = plainOf(name);
    const first = usual.get(plain);
    if (first === undefined) usual.set(plain, name);
    return first === undefined ? [] : [[name, first]];
  });
  return new Map(others);
}

/** The rows of a table that hold a name in another spelling than most rows do: which, and what is wrong. */
export function otherSpellings(
  spec: TableSpec,
  placed: readonly PlacedRow[],
  spellings: Spellings,
): readonly { readonly at: number; readonly fault: Pick<Quarantined, 'column' | 'value' | 'reason'> }[] {
  return columnsOf(spec).flatMap(([column, kind]) => {
    const others = spellings.get(kind!)!;
    if (others.size === 0) return [];
    return placed.flatMap(({ row }, at) => {
      const value = [row[column]].flat().find((name) => typeof name === 'string' && others.has(name));
      if (typeof value !== 'string') return [];
      const reason = rowProblems.otherSpelling(cut(legible(others.get(value)!), 40));
      return [{ at, fault: { column, value: cut(legible(value)), reason } }];
    });
  });
}
