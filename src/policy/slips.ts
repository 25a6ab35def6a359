import { type Problem, Refusal } from '../problems/problem.ts';
import { plainOf } from '../tables/names.ts';

/** Names that a setting writes, and those that the tables know. */
export interface WrittenNames {
  /** Where they stand in the scenario; each is a key below it. */
  readonly path: readonly (string | number)[];
  /** What such a name is of: "make". */
  readonly noun: string;
  readonly written: readonly string[];
  readonly known: Iterable<string>;
}

/**
 * Refuses a name of the settings that no table knows, where it differs from a known one by case, blanks or invisible
 * letters alone: it can only be a slip, and what it restricts would vanish.
 *
 * @throws Refusal with every such name, at its line, and the name that is meant.
 * @example
 * refuseSlips({ path: ['rules', 'cost'], noun: 'make', written: ['Toyota', 'Kia'], known: ['Toyota'] }) // undefined
 */
export function refuseSlips({ path, noun, written, known }: WrittenNames): void {
  const names = new Set(known);
  const folded = new Map([...names].map((name) => [plainOf(name), name]));
  const problems = written.flatMap((name): readonly Problem[] => {
    const meant = names.has(name) ? undefined : folded.get(plainOf(name));
    if (meant === undefined) return [];
    const message = `${path.join('.')}: no table knows the ${noun} "${name}", and "${meant}" differs from it by its spelling alone`;
    return [{ path: [...path, name], message, maybe: `Maybe you meant "${meant}".` }];
  });
  if (problems.length > 0) throw new Refusal(problems);
}
