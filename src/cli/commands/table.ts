import { type Command, Option } from 'commander';
import type { ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';

const EXAMPLES = `
Examples:
  evenhand table runs/la-week/5bc4eef2e0cd8266 assignments > assignments.csv
  evenhand table runs/la-week/5bc4eef2e0cd8266 capacity --json | jq '.[].remaining'

CSV is the file of the run folder: money in dollars. JSON has the cells as they are: money in cents, shares from 0 to 1.
`;

/** `evenhand table`: one result table of a run on stdout. */
export function addTable(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  program
    .command('table')
    .summary('print one result table of a run, for other programs')
    .description('Prints one result table of a run on stdout, and nothing else: for other programs and scripts.')
    .argument('<run>', 'the folder of a run, or NAME@latest')
    .argument('<name>', 'the table, as in its file name: assignments, capacity …')
    .addOption(new Option('--csv', 'as CSV (the default)').conflicts('json'))
    .option('--json', 'as a JSON list of objects')
    .addHelpText('after', EXAMPLES)
    .action(async (folder: string, name: string, { json }: { json?: true }) => {
      const { table } = await import('../actions/table.ts');
      finish(await table(folder, name, json ? 'json' : 'csv', io));
    });
}
