import { statSync } from 'node:fs';
import { loadRun, openSession, readScenario, storedScenario } from '../index.ts';
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
 * @throws Refusal where it is neither, or no longer fits its data.
 */
export async function sessionFor(what: string, { variant, set = [] }: Asked, json: boolean, io: Io): Promise<Session> {
  const stored = statSync(what, { throwIfNoEntry: false })?.isDirectory() === true;
  const scenario = stored
    ? storedScenario(await loadRun(what))
    : readScenario(what, { set, ...(variant !== undefined && { variant }) });
  const line = progress(scenario.name, io.watched && !json);
  try {
    return await openSession(scenario, line.watch);
  } finally {
    line.stop();
  }
}
