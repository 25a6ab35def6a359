import { statSync } from 'node:fs';
import { storedScenario } from '../commands.ts';
import { domainOf, loadRun, openSession, Refusal, readScenario, type Scenario } from '../index.ts';
import type { Io } from './io.ts';
import { progress } from './progress.ts';

type Session = Awaited<ReturnType<typeof openSession>>;

/** How a command names what it asks about. */
export interface Asked {
  readonly variant?: string;
  readonly set?: readonly string[];
}

/**
 * Opens what a person named: the folder of a run, whose resolved scenario is run again, or a scenario file.
 *
 * @throws Refusal where it is neither, no longer fits its data, or is a run whose settings are to be changed.
 */
export async function sessionFor(what: string, { variant, set = [] }: Asked, json: boolean, io: Io): Promise<Session> {
  const stored = statSync(what, { throwIfNoEntry: false })?.isDirectory() === true;
  if (stored && (variant !== undefined || set.length > 0)) throw settled(what);
  const scenario = stored
    ? await storedAt(what)
    : readScenario(what, { set, ...(variant !== undefined && { variant }) });
  const line = progress(scenario.name, io.watched && !json);
  try {
    return await openSession(scenario, line.watch);
  } finally {
    line.stop();
  }
}

async function storedAt(folder: string): Promise<Scenario> {
  const run = await loadRun(folder);
  return storedScenario(run, domainOf(run.kind));
}

function settled(what: string): Refusal {
  const message = 'is a stored run, whose settings stand: --variant and --set need a scenario file';
  return new Refusal([{ message, place: { file: what }, maybe: 'Maybe name the scenario file of the run instead.' }]);
}
