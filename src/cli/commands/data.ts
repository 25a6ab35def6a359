import type { Command } from 'commander';
import type { ExportOptions } from '../actions/data.ts';
import type { ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { seed } from '../options.ts';

const EXAMPLES = `
Examples:
  evenhand data export --out my-data
  evenhand data check my-data
  evenhand data check --help
`;

const EXPORT_EXAMPLES = `
Examples:
  evenhand data export --out my-data
  evenhand data export --out my-data --seed 7 --replace
  evenhand data export --out my-station --kind rotation
`;

const CHECK_EXAMPLES = `
Examples:
  evenhand data check my-data
  evenhand data check my-station --kind rotation

Exit code: 0 every row can be used, 2 some or all cannot.
`;

const TABLES_EXAMPLES = `
Examples:
  evenhand data tables loans
  evenhand data tables ./errands.ts
  evenhand data tables --markdown > docs/tables.md
`;

/** `evenhand data export`, `evenhand data check` and `evenhand data tables`. */
export function addData(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const data = program
    .command('data')
    .summary('export the sample data, check your own, explain the tables')
    .description('Exports the sample data, checks your own, and explains the tables.')
    .addHelpText('after', EXAMPLES);
  data
    .command('export')
    .description('Writes the sample tables as CSV files, to look at or to start your own from.')
    .requiredOption('--out <folder>', 'a new or empty folder')
    .option('--seed <number>', 'another sample of the same shape', seed, 1)
    .option(
      '--kind <kind>',
      'the kind of problem: loans or rotation, or the module of your own, as in ./errands.ts, whose code this runs',
      'loans',
    )
    .option('--replace', 'replace the folder if it holds something')
    .addHelpText('after', EXPORT_EXAMPLES)
    .action(async (options: ExportOptions) => {
      const { exportData } = await import('../actions/data.ts');
      finish(await exportData(options, io));
    });
  data
    .command('check')
    .description('Reads the tables of a folder and lists every row that cannot be used, with its line and the reason.')
    .argument('<folder>', 'CSV files named after the tables')
    .option(
      '--kind <kind>',
      'the kind of problem: loans or rotation, or the module of your own, as in ./errands.ts, whose code this runs; otherwise the one whose tables are there',
    )
    .addHelpText('after', CHECK_EXAMPLES)
    .action(async (folder: string, { kind }: { kind?: string }) => {
      const { checkData } = await import('../actions/data.ts');
      finish(await checkData(folder, kind, io));
    });
  data
    .command('tables')
    .description('Explains the tables of a kind of problem: what their rows do, and the format of each column.')
    .argument(
      '[kind]',
      'the kind of problem, loans or rotation, or the module of your own, as in ./errands.ts, whose code this runs; otherwise all',
    )
    .option('--kind <kind>', 'the same')
    .option('--markdown', 'as Markdown')
    .addHelpText('after', TABLES_EXAMPLES)
    .action(async (word: string | undefined, { kind = word, markdown }: { kind?: string; markdown?: true }) => {
      const { explainTables } = await import('../actions/data.ts');
      finish(await explainTables(kind, markdown === true, io));
    });
}
