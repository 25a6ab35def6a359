import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { notebookPage, Refusal } from '../main.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { writeWhole } from './files.ts';
import type { Io } from './io.ts';
import { shortPath } from './paths.ts';

const EXAMPLES = `
Examples:
  evenhand notebook export notebooks/1-a-week-in-los-angeles.ipynb
  evenhand notebook export notebooks/2-what-fairness-costs.ipynb --out fairness.html
`;

/** `evenhand notebook export`: an executed notebook as a page without its code. */
export function addNotebook(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  program
    .command('notebook')
    .summary('turn a notebook into a page')
    .description('Notebooks themselves are opened and executed by notebooks/run.')
    .command('export')
    .summary('write an executed notebook as one page without its code')
    .description(
      'Writes essays and outputs of an executed notebook as one HTML file, without code, scripts or network.',
    )
    .argument('<file>', 'a notebook (.ipynb)')
    .option('--out <file>', 'where to write it; otherwise the notebook’s name with .html, in the current folder')
    .addHelpText('after', EXAMPLES)
    .action((file: string, { out = `${basename(file).replace(/\.ipynb$/, '')}.html` }: { readonly out?: string }) => {
      writeWhole(out, notebookPage(textOf(file), file));
      io.out(`${shortPath(out)}\n`);
      finish(EXIT.done);
    });
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
