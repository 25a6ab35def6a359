import highsModule, { type Highs, type Model as HighsModel } from 'highs';

// Under nodenext types the default import is the module; at run time it is the loader itself.
const loadHighs: typeof highsModule.default = highsModule as unknown as typeof highsModule.default;

let loaded: Promise<Highs> | undefined;

/** The HiGHS runtime, loaded once a process. */
export function highs(): Promise<Highs> {
  loaded ??= loadHighs();
  return loaded;
}

/** The solver's name and version, for provenance. */
export const solverVersion = async (): Promise<string> => `HiGHS ${(await highs()).version.string}`;

export type { Highs, HighsModel };
