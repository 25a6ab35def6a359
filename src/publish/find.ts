import { statSync } from 'node:fs';
import type { Domain } from '../domain.ts';
import { Refusal } from '../problems/problem.ts';
import type { Run } from '../runs/run.ts';
import { loadRun } from '../runs/store.ts';
import { readVersionFile } from './folder.ts';
import { planOf } from './of-run.ts';
import { storeNamed } from './open.ts';
import { type Plan, versionName } from './version.ts';

/** A schedule that a word names, and what messages call it. */
interface Named {
  readonly name: string;
  readonly plan: Plan;
}

/**
 * Finds the schedule that a word names: the folder of a run, the file of a version, or `NAME@41`.
 *
 * @param root The folder or database of publications, for `NAME@41`.
 * @param kinds Kinds of your own, before those that Evenhand has.
 * @throws Refusal where it names none, or what it names is damaged.
 * @example
 * const saved = await saveRun(run, html, folder);
 * (await findPlan(saved, folder)).plan.rows.length // 12
 * await findPlan('prime-evening@2', folder) // throws 'there is no such version'
 */
export async function findPlan(word: string, root: string, kinds: readonly Domain[] = []): Promise<Named> {
  const stat = statSync(word, { throwIfNoEntry: false });
  if (stat?.isDirectory()) {
    const run = await loadRun(word);
    refuseManyWeeks(run);
    return { name: `run ${run.id}`, plan: planOf(run, kinds) };
  }
  if (stat !== undefined) {
    const version = readVersionFile(word);
    return { name: versionName(version), plan: version };
  }
  const match = /^(.+)@(\d{1,15})$/.exec(word);
  if (match === null) throw nothing(word, root);
  const version = await storeNamed(root).read(match[1]!, Number(match[2]));
  return { name: versionName(version), plan: version };
}

/**
 * A schedule of many weeks names a car once a week; versions and their differences are of one week, with one row a car.
 *
 * @throws Refusal where the run has more than one week.
 * @example
 * refuseManyWeeks(run) // undefined
 */
export function refuseManyWeeks({ id, scenario }: Pick<Run, 'id' | 'scenario'>): void {
  const { weeks = 1 } = scenario.settings;
  if (weeks === 1) return;
  const message = `has ${weeks} weeks; a schedule is published and compared row by row one week at a time`;
  throw new Refusal([
    { message, place: { file: `run ${id}` }, maybe: 'Maybe run its first week alone: take weeks out.' },
  ]);
}

function nothing(word: string, root: string): Refusal {
  const message = 'is neither the folder of a run, nor the file of a version, nor NAME@VERSION';
  const maybe = `Maybe its path is misspelt; versions lie in ${storeNamed(root).where('<scenario>')}.`;
  return new Refusal([{ message, place: { file: word }, maybe }]);
}
