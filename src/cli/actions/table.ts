import { findRun, loadRun, tableOf, tableText } from '../../index.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';

/** Prints one result table of a run. */
export async function table(folder: string, name: string, format: 'json' | 'csv', io: Io): Promise<ExitCode> {
  const found = tableOf(await loadRun(findRun(folder)), name);
  io.out(tableText(found, format));
  return EXIT.done;
}
