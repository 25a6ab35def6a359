import { join } from 'node:path';
import { findRun, interactiveFile, loadRun, renderReport, scenarioOf, writeWhole } from '../../index.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { saveWithInteractive } from '../interactive.ts';
import type { Io } from '../io.ts';
import { type KindOptions, kindsOf } from '../kinds.ts';
import { shortPath } from '../paths.ts';

/** The options of `evenhand report`. */
export interface ReportOptions extends KindOptions {
  readonly out?: string;
  readonly interactive?: boolean;
}

/** Draws the report of a stored run, and writes it. */
export async function report(
  word: string,
  { out, interactive = false, kind = [] }: ReportOptions,
  io: Io,
): Promise<ExitCode> {
  const folder = findRun(word);
  const file = out ?? (interactive ? interactiveFile(folder) : join(folder, 'report.html'));
  const run = await loadRun(folder);
  const kinds = await kindsOf({ kind });
  // A report draws on the settings: edited ones are refused before a page stumbles over them.
  scenarioOf(run, kinds);
  const html = await renderReport(run, { interactive, kinds });
  if (interactive || out !== undefined) writeWhole(file, html);
  else await saveWithInteractive(folder, io, () => writeWhole(file, html));
  io.out(`${shortPath(file)}\n`);
  return EXIT.done;
}
