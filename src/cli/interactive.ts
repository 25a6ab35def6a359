import { saveWithInteractive as save } from '../index.ts';
import type { Io } from './io.ts';
import { shortPath } from './paths.ts';

/**
 * Saves a folder with its report, and the interactive one where it is wanted; says where an older one was removed.
 *
 * @returns the interactive file, where one was written
 */
export async function saveWithInteractive(
  folder: string,
  io: Io,
  ...work: [write: () => unknown, draw?: (() => Promise<string>) | undefined]
): Promise<string | undefined> {
  const { written, removed } = await save(folder, ...work);
  if (removed !== undefined)
    io.err(`${shortPath(removed)} showed an earlier report and is removed; --interactive writes it again\n`);
  return written;
}
