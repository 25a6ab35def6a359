import type { Domain, JsonRequest } from '../domain.ts';
import { readJsonFile } from '../scenario/json-file.ts';
import type { ReadScenario } from '../scenario/read.ts';
import { settingsInOrder, textOf } from '../scenario/resolve.ts';
import type { Settings } from '../scenario/scenario.ts';
import { find, isMap, merge, placeOf, type TreeMap } from '../scenario/yaml/tree.ts';

/**
 * What stands in the JSON file that a scenario names; undefined where it names none.
 *
 * @throws Refusal where there is no such file, it is not JSON, or the kind finds fault with it.
 */
export const requestOf = ({ json }: Pick<Domain, 'json'>, settings: Settings): JsonRequest | undefined =>
  json && 'json' in settings.data ? json.read(readJsonFile(settings.data.json), settings) : undefined;

/**
 * The scenario with as many alternatives as its JSON file asks for, unless it says itself how many it wants. The file is
 * asked once: the settings hold the number, so that a stored run asks the same whatever becomes of the file.
 *
 * @throws Refusal where the file cannot be used.
 */
export function withRequest(scenario: ReadScenario, domain: Domain): ReadScenario {
  const request = requestOf(domain, scenario.settings);
  const { written } = scenario;
  if (request === undefined || request.schedules.count < 2 || !isMap(written)) return scenario;
  if (find(written, ['alternatives', 'count']) !== undefined) return scenario;
  const { at, count: schedules } = request.schedules;
  const count = schedules - 1;
  const alternatives = { differ_by: 1, ...scenario.settings.alternatives, count };
  const settings = settingsInOrder({ ...scenario.settings, alternatives }, domain);
  const more = {
    at,
    entries: new Map([['alternatives', { at, entries: new Map([['count', { at, value: count }]]) }]]),
  };
  const tree: TreeMap = { ...merge(written, more), at: written.at };
  return { ...scenario, settings, text: textOf(settings), written: tree, place: (path) => placeOf(tree, path) };
}
