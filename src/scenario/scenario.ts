import type { Place } from '../problems/problem.ts';
import type { DataSource } from '../tables/sources/source.ts';

/**
 * What every scenario has, whatever its kind.
 *
 * @example
 * const { kind, title, solver } = readScenario('scenarios/rotation/prime-evening.yaml').settings;
 * [kind, title, solver.seed] // ['rotation', 'Prime time of 10 March 2025', 42]
 */
export interface Settings {
  readonly kind: string;
  readonly title: string;
  readonly data: DataSource;
  /** How many weeks are run, each upon the one before it; absent: one, by itself. */
  readonly weeks?: number | undefined;
  readonly solver: { readonly seed: number; readonly seconds: number; readonly nodes?: number | undefined };
  /** What decides among schedules of the same net score before the seed does, the first one first. */
  readonly ties?: { readonly prefer: readonly string[] } | undefined;
  /** Rows that the schedule must hold, each by any of its fields. */
  readonly pins?: readonly Fields[] | undefined;
  /** Rows that it must not hold. */
  readonly forbid?: readonly Fields[] | undefined;
  /** An earlier run (absolute path of its folder), and the points that each row it does not have costs. */
  readonly stay_close_to?: { readonly run: string; readonly penalty: number } | undefined;
  /** Other schedules to find beside the best one. */
  readonly alternatives?: AlternativesAsked | undefined;
}

/** How many other schedules to find, in how many rows each differs, and how many points it may give up. */
export interface AlternativesAsked {
  readonly count: number;
  readonly differ_by: number;
  readonly within?: number | undefined;
}

/** Some fields of a schedule's row, as text. */
export type Fields = Readonly<Record<string, string>>;

/**
 * One setting changed by a variant or by `--set`.
 *
 * @example
 * readScenario('scenarios/rotation/prime-evening.yaml', { set: ['rules.separation=1800'] }).overrides
 * // [{ path: 'rules.separation', old: 900, new: 1800, by: '--set' }]
 */
export interface Override {
  readonly path: string;
  readonly old: unknown;
  readonly new: unknown;
  /** What changed it: `variant one_each`, `--set`. */
  readonly by: string;
}

/**
 * One validated YAML document with its overrides applied.
 *
 * @example
 * const { name, expect, place } = readScenario('scenarios/rotation/prime-evening.yaml');
 * [name, expect.guaranteed_placed, place(['date']).line] // ['prime-evening', 4, 8]
 */
export interface Scenario<S extends Settings = Settings> {
  readonly kind: string;
  /** The file's stem, and the variant's name after an `@`. */
  readonly name: string;
  readonly file: string;
  readonly settings: S;
  /** What the file expects of its run; checked after it. */
  readonly expect: Readonly<Record<string, unknown>>;
  readonly overrides: readonly Override[];
  /** The resolved scenario as YAML, every default written out. */
  readonly text: string;
  /** Where the setting at this path was written; the nearest parent when it is a default. */
  readonly place: (path: readonly PropertyKey[]) => Place;
}
