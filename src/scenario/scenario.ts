import type { Place } from '../problem.ts';

/** What every scenario has, whatever its kind. */
export interface Settings {
  readonly kind: string;
  readonly title: string;
  readonly data: DataSource;
  readonly solver: { readonly seed: number; readonly seconds: number; readonly nodes?: number | undefined };
}

/** Where the tables come from: the sample of a seed, a folder of CSV files (absolute path), or the scenario itself. */
export type DataSource = { readonly sample: number } | { readonly dir: string } | { readonly inline: true };

/** One setting changed by a variant or by `--set`. */
export interface Override {
  readonly path: string;
  readonly old: unknown;
  readonly new: unknown;
  /** What changed it: `variant one_each`, `--set`. */
  readonly by: string;
}

/** One validated YAML document with its overrides applied. */
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
