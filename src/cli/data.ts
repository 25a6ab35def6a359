import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { exportTables } from '../commands.ts';
import { type Data, domainOf, domains, loadData, plural, Refusal, visible } from '../index.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { Io } from './io.ts';
import { seed } from './options.ts';
import { shortPath } from './paths.ts';
import { aligned } from './text.ts';

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

/** `evenhand data export` and `evenhand data check`. */
export function addData(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const data = program
    .command('data')
    .summary('export the sample data, check your own')
    .description('Exports the sample data, and checks your own.');
  data
    .command('export')
    .description('Writes the sample tables as CSV files, to look at or to start your own from.')
    .requiredOption('--out <folder>', 'a new or empty folder')
    .option('--seed <number>', 'another sample of the same shape', seed, 1)
    .option('--kind <kind>', 'the kind of problem: loans or rotation', 'loans')
    .option('--replace', 'replace the folder if it holds something')
    .addHelpText('after', EXPORT_EXAMPLES)
    .action(async (options: { out: string; seed: number; kind: string; replace?: true }) => {
      const tables = domainOf(options.kind).sample(options.seed);
      await exportTables(tables, options.out, { replace: options.replace === true });
      const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
      io.out(`${plural(tables.length, 'table')}, ${plural(rows, 'row')}: ${shortPath(options.out)}\n`);
      finish(EXIT.done);
    });
  data
    .command('check')
    .description('Reads the tables of a folder and lists every row that cannot be used, with its line and the reason.')
    .argument('<folder>', 'CSV files named after the tables')
    .option('--kind <kind>', 'the kind of problem: loans or rotation; otherwise the one whose tables are there')
    .addHelpText('after', CHECK_EXAMPLES)
    .action((folder: string, { kind }: { kind?: string }) => {
      if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw noFolder(folder);
      const domain = kind === undefined ? fitting(folder) : domainOf(kind);
      const found = loadData(domain.tables, { dir: resolve(folder) }, domain.sample);
      io.out(listing(found));
      finish(found.quarantined.length === 0 ? EXIT.done : EXIT.refused);
    });
}

/** The kind with the most tables in the folder; of several, or where there are none, the first. */
function fitting(folder: string): (typeof domains)[number] {
  const present = domains.map(({ tables }) => tables.filter(({ name }) => existsSync(join(folder, `${name}.csv`))));
  const most = Math.max(...present.map((tables) => tables.length));
  return domains[present.findIndex((tables) => tables.length === most)]!;
}

function noFolder(folder: string): Refusal {
  const maybe = 'Maybe the path is relative to another folder; "evenhand data export" writes one to start from.';
  return new Refusal([{ message: 'is no folder', place: { file: folder }, maybe }]);
}

function listing({ tables, quarantined }: Data): string {
  const rows = Object.values(tables).map((table) => [
    table.name,
    table.present ? plural(table.rows.length, 'row') : 'not given',
    `${plural(quarantined.filter((row) => row.table === table.name).length, 'row')} left out`,
  ]);
  const reasons = quarantined.map(({ file, line, column, value, reason }) =>
    visible(`${shortPath(file)}:${line}: ${column} "${value}": ${reason}`),
  );
  return `${[...aligned(rows, [1, 2]), ...(reasons.length === 0 ? [] : ['', ...reasons])].join('\n')}\n`;
}
