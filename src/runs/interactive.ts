import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { INTERACTIVE, REPORT } from './files/report-files.ts';
import { writeWhole } from './files/whole-file.ts';
import { textThere } from './files/whole-folder.ts';

/**
 * Where the interactive report of a folder lies.
 *
 * @example
 * interactiveFile('runs/la-week/847971fe4d8cd490') // 'runs/la-week/847971fe4d8cd490/interactive.html'
 */
export const interactiveFile = (folder: string): string => join(folder, INTERACTIVE);

/** What became of the interactive report of a folder. */
interface Kept {
  /** The file, where one was written. */
  readonly written?: string;
  /** The file that showed an earlier report, and was removed. */
  readonly removed?: string;
}

/**
 * Saves a folder with its report, and beside it the interactive one where it is wanted. Where it is not, one that lies
 * there is kept as long as it shows the same: beside a report that has changed it would contradict it, and it is
 * removed.
 *
 * @param save Writes the folder with its report.
 * @param draw Draws the interactive report; absent where it is not wanted.
 * @example
 * const saveOne = () => writeWhole(`${folder}/report.html`, 'one');
 * const saveTwo = () => writeWhole(`${folder}/report.html`, 'two');
 * (await saveWithInteractive(folder, saveOne, async () => 'one, live')).written === interactiveFile(folder) // true
 * (await saveWithInteractive(folder, saveOne)).removed // undefined
 * (await saveWithInteractive(folder, saveTwo)).removed === interactiveFile(folder) // true
 */
export async function saveWithInteractive(
  folder: string,
  save: () => unknown,
  draw?: () => Promise<string>,
): Promise<Kept> {
  const file = interactiveFile(folder);
  // Drawn before anything is written: what cannot be drawn leaves all as it was.
  const html = await draw?.();
  const [report, old] = [textThere(join(folder, REPORT)), textThere(file)];
  await save();
  if (html !== undefined) {
    writeWhole(file, html);
    return { written: file };
  }
  if (old === undefined) return {};
  if (report === textThere(join(folder, REPORT))) {
    if (!existsSync(file)) writeWhole(file, old);
    return {};
  }
  rmSync(file, { force: true });
  return { removed: file };
}
