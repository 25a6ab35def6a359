import { join } from 'node:path';
import { interactiveFile, loadRun, renderReport, scenarioOf, writeWhole } from '../../index.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { saveWithInteractive } from '../interactive.ts';
import type { Io } from '../io.ts';
import { shortPath } from '../paths.ts';

/** The options of `evenhand report`. */
export interface ReportOptions {
  readonly out?: string;
  readonly interactive?: boolean;
}

/** Draws the report of a stored run, and writes it. */
export async function report(folder: string, { out, interactive = false }: ReportOptions, io: Io): Promise<ExitCode> {
  const file = out ?? (interactive ? interactiveFile(folder) : join(folder, 'report.html'));
  const run = await loadRun(folder);
  // A report draws on the settings: edited ones are refused before a page stumbles over them.
  scenarioOf(run);
  const html = await renderReport(run, { interactive });
  if (interactive || out !== undefined) writeWhole(file, html);
  else await saveWithInteractive(folder, io, () => writeWhole(file, html));
  io.out(`${shortPath(file)}\n`);
  return EXIT.done;
}
