import type { Command } from 'commander';
import type { ReportOptions } from '../actions/report.ts';
import type { ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { withKinds } from '../options.ts';

const EXAMPLES = `
Examples:
  evenhand report runs/la-week/5bc4eef2e0cd8266
  evenhand report runs/la-week/5bc4eef2e0cd8266 --out la-week.html
  evenhand report runs/la-week/5bc4eef2e0cd8266 --interactive
`;

/** `evenhand report`: draws the report of a stored run again, after a change to the templates in `reports/`. */
export function addReport(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const command = program
    .command('report')
    .summary('draw the report of a stored run again')
    .description('Draws the report of a stored run again, without solving: after a change to templates or styles.')
    .argument('<run>', 'the folder of a run, or NAME@latest')
    .option('--out <file>', 'where to write it; otherwise report.html in the folder of the run')
    .option(
      '--interactive',
      'instead draw the report with charts that answer to mouse and keyboard, one offline file: interactive.html',
    );
  withKinds(command)
    .addHelpText('after', EXAMPLES)
    .action(async (folder: string, options: ReportOptions) => {
      const { report } = await import('../actions/report.ts');
      finish(await report(folder, options, io));
    });
}
