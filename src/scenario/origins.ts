import type { ReadScenario } from './read.ts';
import { child, isMap, type Tree } from './yaml/tree.ts';

/** Where one setting got its value. */
export interface Origin {
  readonly path: string;
  readonly value: unknown;
  /** `file:line`, `--set`, or `default`. */
  readonly origin: string;
}

/**
 * Every setting of a scenario, in the order of its text, with where it was written. A list is one setting.
 *
 * @example
 * const all = origins(readScenario('scenarios/rotation/prime-evening.yaml', { set: ['solver.seed=7'] }));
 * all.find(({ path }) => path === 'solver.seed') // { path: 'solver.seed', value: 7, origin: '--set' }
 */
export function origins(scenario: ReadScenario): readonly Origin[] {
  return walk(scenario.settings, scenario.written, []);
}

function walk(value: unknown, written: Tree | undefined, path: readonly string[]): readonly Origin[] {
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0) {
    return Object.entries(value).flatMap(([key, inner]) =>
      // `data: sample` is written as one word and resolved to a map: the word is its origin.
      walk(inner, isMap(written) ? child(written, key) : written, [...path, key]),
    );
  }
  return [{ path: path.join('.'), value, origin: originOf(written) }];
}

function originOf(written: Tree | undefined): string {
  if (!written) return 'default';
  const { file, line } = written.at;
  return line === undefined ? file : `${file}:${line}`;
}
