import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { writeWhole } from '../../index.ts';
import { notebookPage, Refusal } from '../../main.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { shortPath } from '../paths.ts';

/** Writes a notebook as a page; where no name is given, in the current folder under the notebook’s own. */
export function exportNotebook(file: string, out: string | undefined, io: Io): ExitCode {
  const page = out ?? `${basename(file).replace(/\.ipynb$/, '')}.html`;
  const html = notebookPage(textOf(file), file);
  writeWhole(page, html);
  if (html.includes('<pre class="failed">')) io.err(`note: a cell of ${shortPath(file)} failed: the page says so\n`);
  io.out(`${shortPath(page)}\n`);
  return EXIT.done;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    const message = code === 'ENOENT' ? 'is not there' : `cannot be read (${code})`;
    throw new Refusal([{ message, place: { file }, maybe: 'Maybe the path is relative to another folder.' }]);
  }
}
