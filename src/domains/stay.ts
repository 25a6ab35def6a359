import { resolve } from 'node:path';
import { Refusal } from '../problems/problem.ts';
import { findRun, namesRun } from '../runs/find.ts';
import type { ReadScenario } from '../scenario/read.ts';
import { textOf } from '../scenario/resolve.ts';
import { find, plain } from '../scenario/yaml/tree.ts';

/**
 * The scenario with the folder of the run that `stay_close_to` names as commands name it. It is found once: the settings
 * hold the folder of that very run, so that later runs do not change what was asked.
 *
 * @throws Refusal at its line where there is no such run.
 */
export function withEarlierRun(scenario: ReadScenario): ReadScenario {
  const { stay_close_to: stay } = scenario.settings;
  if (stay === undefined || !namesRun(stay.run)) return scenario;
  const path = ['stay_close_to', 'run'];
  const written = find(scenario.written, path);
  const word = String(written === undefined ? stay.run : plain(written));
  try {
    // A name alone lies where runs do; with a folder before it, that folder is relative to the scenario.
    const run = resolve(findRun(/[\\/]/.test(word) ? stay.run : word));
    const settings = { ...scenario.settings, stay_close_to: { ...stay, run } };
    return { ...scenario, settings, text: textOf(settings) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(error.problems.map((one) => ({ ...one, path, place: scenario.place(path) })));
  }
}
