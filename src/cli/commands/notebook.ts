import type { Command } from 'commander';
import type { ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';

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
    .addHelpText('after', EXAMPLES)
    .command('export')
    .summary('write an executed notebook as one page without its code')
    .description(
      'Writes essays and outputs of an executed notebook as one HTML file, without code, scripts or network.',
    )
    .argument('<file>', 'a notebook (.ipynb)')
    .option('--out <file>', 'where to write it; otherwise the notebook’s name with .html, in the current folder')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, { out }: { out?: string }) => {
      const { exportNotebook } = await import('../actions/notebook.ts');
      finish(await exportNotebook(file, out, io));
    });
}
