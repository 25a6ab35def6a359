import { statSync } from 'node:fs';
import { findRun, loadRun, openSession, Refusal, type Run, readScenario, scenarioOf } from '../index.ts';
import type { Io } from './io.ts';
import { type KindOptions, kindsOf } from './kinds.ts';
import { progress } from './terminal/progress.ts';

type Session = Awaited<ReturnType<typeof openSession>>;

/** How a command names what it asks about. */
export interface Asked extends KindOptions {
  readonly variant?: string;
  readonly set?: readonly string[];
  /** Of many weeks: which one, from 1. */
  readonly week?: number;
}

/**
 * Opens what a person named: the folder of a run, whose resolved scenario is run again, or a scenario file.
 *
 * @throws Refusal where it is neither, no longer fits its data, or is a run whose settings are to be changed.
 */
export async function sessionFor(
  what: string,
  { variant, set = [], kind = [], week }: Asked,
  json: boolean,
  io: Io,
): Promise<Session> {
  const folder = isFile(what) ? what : findRun(what);
  const stored = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  if (stored && (variant !== undefined || set.length > 0)) throw settled(what);
  const kinds = await kindsOf({ kind });
  const scenario = stored
    ? scenarioOf(await foundBy(folder), kinds)
    : readScenario(what, { set, kinds, ...(variant !== undefined && { variant }) });
  const line = await progress(scenario.name, io.watched && !json);
  try {
    return await openSession(scenario, { watch: line.watch, kinds, week });
  } finally {
    line.stop();
  }
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

async function foundBy(folder: string): Promise<Run> {
  const run = await loadRun(folder);
  if (run.given !== undefined) throw givenThere(folder);
  return run;
}

function settled(what: string): Refusal {
  const message = 'is a stored run, whose settings stand: --variant and --set need a scenario file';
  return new Refusal([{ message, place: { file: what }, maybe: 'Maybe name the scenario file of the run instead.' }]);
}

function givenThere(what: string): Refusal {
  const message = 'holds a schedule that was given: this asks about one that a run found';
  return new Refusal([{ message, place: { file: what }, maybe: 'Maybe name the scenario file of the audit instead.' }]);
}
