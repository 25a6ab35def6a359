import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { INTERACTIVE, REPORT, textThere } from '../commands.ts';
import { writeWhole } from './files.ts';
import type { Io } from './io.ts';
import { shortPath } from './paths.ts';

/** Adds `--interactive` to a command that writes a report. */
export const withInteractive = (command: Command): Command =>
  command.option(
    '--interactive',
    `also write ${INTERACTIVE}: the report with charts that answer to mouse and keyboard, one offline file`,
  );

/** Where the interactive report of a folder lies. */
export const interactiveFile = (folder: string): string => join(folder, INTERACTIVE);

/**
 * Saves a folder with its report, and beside it the interactive one where it is wanted. Where it is not, one that lies
 * there is kept as long as it shows the same: beside a report that has changed it would contradict it, and it is
 * removed, which is said.
 *
 * @param draw draws the interactive report; absent where it is not wanted
 * @returns the file, where one was written
 */
export async function saveWithInteractive(
  folder: string,
  io: Io,
  save: () => unknown,
  draw?: () => Promise<string>,
): Promise<string | undefined> {
  const file = interactiveFile(folder);
  // Drawn before anything is written: what cannot be drawn leaves all as it was.
  const html = await draw?.();
  const [report, old] = [textThere(join(folder, REPORT)), textThere(file)];
  await save();
  if (html !== undefined) {
    writeWhole(file, html);
    return file;
  }
  if (old === undefined) return undefined;
  if (report === textThere(join(folder, REPORT))) {
    if (!existsSync(file)) writeWhole(file, old);
    return undefined;
  }
  rmSync(file, { force: true });
  io.err(`${shortPath(file)} showed an earlier report and is removed; --interactive writes it again\n`);
  return undefined;
}
