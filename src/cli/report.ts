import { join } from 'node:path';
import type { Command } from 'commander';
import { storedScenario } from '../commands.ts';
import { domainOf, loadRun, renderReport } from '../index.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { writeWhole } from './files.ts';
import { interactiveFile, saveWithInteractive } from './interactive.ts';
import type { Io } from './io.ts';
import { shortPath } from './paths.ts';

const EXAMPLES = `
Examples:
  evenhand report runs/la-week/5bc4eef2e0cd8266
  evenhand report runs/la-week/5bc4eef2e0cd8266 --out la-week.html
  evenhand report runs/la-week/5bc4eef2e0cd8266 --interactive
`;

/** `evenhand report`: draws the report of a stored run again, after a change to the templates in `reports/`. */
export function addReport(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  program
    .command('report')
    .summary('draw the report of a stored run again')
    .description('Draws the report of a stored run again, without solving: after a change to templates or styles.')
    .argument('<run>', 'the folder of a run')
    .option('--out <file>', 'where to write it; otherwise report.html in the folder of the run')
    .option(
      '--interactive',
      'instead draw the report with charts that answer to mouse and keyboard, one offline file: interactive.html',
    )
    .addHelpText('after', EXAMPLES)
    .action(async (folder: string, { out, interactive = false }: { out?: string; interactive?: boolean }) => {
      const file = out ?? (interactive ? interactiveFile(folder) : join(folder, 'report.html'));
      const run = await loadRun(folder);
      // A report draws on the settings: edited ones are refused before a page stumbles over them.
      storedScenario(run, domainOf(run.kind));
      const html = await renderReport(run, { interactive });
      if (interactive || out !== undefined) writeWhole(file, html);
      else await saveWithInteractive(folder, io, () => writeWhole(file, html));
      io.out(`${shortPath(file)}\n`);
      finish(EXIT.done);
    });
}
