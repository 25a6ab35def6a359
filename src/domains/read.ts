import type { Domain } from '../domain.ts';
import type { RunRecord } from '../runs/record.ts';
import { storedScenario } from '../runs/stored.ts';
import { editorSchema } from '../scenario/editor.ts';
import { variantsOf as variantsIn } from '../scenario/overrides.ts';
import { type ReadOptions, type ReadScenario, readFile, type ScenarioFile, scenarioFrom } from '../scenario/read.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { domainOf } from './find.ts';
import { domains } from './index.ts';
import { withRequest } from './request.ts';
import { withEarlierRun } from './stay.ts';

/** How to read a scenario: what to change in it, and of which kinds it may be. */
export interface ReadScenarioOptions extends ReadOptions {
  /** Kinds of your own, before those that Evenhand has. */
  readonly kinds?: readonly Domain[] | undefined;
}

/**
 * Reads a scenario file of any kind; `options` chooses a variant of it and changes settings.
 *
 * @throws Refusal with every problem, each at its place.
 * @example
 * readScenario('scenarios/rotation/prime-evening.yaml').settings.title // 'Prime time of 10 March 2025'
 * readScenario('scenarios/rotation/prime-evening.yaml', { set: ['rules.separation=soon'] })
 * // throws 'rules.separation needs a whole number from 0 to 86400, was "soon"'
 */
export const readScenario = (file: string, options: ReadScenarioOptions = {}): ReadScenario =>
  scenarioIn(readFile(file), options);

/** The same of a file that was read before. */
export const scenarioIn = (file: ScenarioFile, { kinds = [], ...options }: ReadScenarioOptions): ReadScenario =>
  withFiles(scenarioFrom(file, [...kinds, ...domains], options), kinds);

/** What a scenario takes from other files than those of its data: an earlier run, and what a request asks for. */
const withFiles = (scenario: ReadScenario, kinds: readonly Domain[]): ReadScenario =>
  withRequest(withEarlierRun(scenario), domainOf(scenario.kind, kinds));

/**
 * The names of a scenario file's variants, in the order of the file.
 *
 * @throws Refusal where the file cannot be read.
 * @example
 * variantsOf('scenarios/loans/fairness.yaml') // ['off', 'linear_200', 'linear_400', 'stepped']
 */
export const variantsOf = (file: string): readonly string[] => [...variantsIn(readFile(file).tree).keys()];

/**
 * The JSON schema by which editors complete, explain and check scenario files of all kinds.
 *
 * @param kinds Kinds of your own, before those that Evenhand has.
 * @example
 * Object.keys(scenarioSchema()).slice(0, 3) // ['$schema', 'title', 'type']
 */
export const scenarioSchema = (kinds: readonly Domain[] = []): object => {
  const own = new Set(kinds.map(({ kind }) => kind));
  return editorSchema([...kinds, ...domains.filter(({ kind }) => !own.has(kind))]);
};

/**
 * The scenario that a run holds, checked again as if it had just been written.
 *
 * @throws Refusal where its settings are no scenario of its kind.
 * @example
 * scenarioOf(run).settings.title // 'Prime time of 10 March 2025'
 */
export const scenarioOf = (
  run: Pick<RunRecord, 'kind' | 'name' | 'scenario'>,
  kinds: readonly Domain[] = [],
): Scenario => storedScenario(run, domainOf(run.kind, kinds));
