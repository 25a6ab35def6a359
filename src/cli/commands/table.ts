import { type Command, Option } from 'commander';
import type { ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { withKinds } from '../options.ts';

const EXAMPLES = `
Examples:
  evenhand table runs/la-week/5bc4eef2e0cd8266 assignments > assignments.csv
  evenhand table runs/la-week/5bc4eef2e0cd8266 capacity --json | jq '.[].remaining'
  evenhand table la-week@latest assignments --format xlsx --out assignments.xlsx
  evenhand table la-week@latest assignments --format parquet --out assignments.parquet
  evenhand table la-week@latest summary --json
  evenhand table winter@latest week --for civ2
  evenhand table winter@latest timetable --as sched-json
  evenhand table la-week@latest calendar --format ics --out drivers.ics
  evenhand table la-week@latest calendar --format ics --for "Ada Lark" --out ada-lark.ics
  evenhand table winter@latest calendar --format ics --for sof2 --out sof2.ics

CSV is the file of the run folder: money in dollars. JSON has the cells as they are: money in cents, shares from 0 to 1.
Workbooks and Parquet files have numbers and dates as such, and dollars. The summary of a run of loans is one JSON
document in dollars; its calendar has the deliveries and pick-ups of the drivers, or with --for the loans of one partner.
The calendar of a timetable has each weekly meeting of the term that its scenario names, of all courses or with --for of
one curriculum, instructor or course.
The week of a run of courses is text, for each curriculum its days side by side.
The form sched-json of a timetable of courses is the answer of an earlier scheduler: the best timetable and alternatives.
`;

interface Options {
  readonly csv?: true;
  readonly json?: true;
  readonly format?: 'csv' | 'json' | 'xlsx' | 'parquet' | 'ics';
  readonly as?: string;
  readonly for?: string;
  readonly kind?: readonly string[];
  readonly out?: string;
}

/** `evenhand table`: one result table of a run on stdout. */
export function addTable(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const command = program
    .command('table')
    .summary('print one result table of a run, for other programs')
    .description('Prints one result table of a run on stdout, and nothing else: for other programs and scripts.')
    .argument('<run>', 'the folder of a run, or NAME@latest')
    .argument('<name>', 'the table, as in its file name: assignments, capacity …; or summary, week or calendar')
    .addOption(new Option('--csv', 'as CSV (the default)').conflicts(['json', 'format']))
    .addOption(new Option('--json', 'as a JSON list of objects').conflicts('format'))
    .addOption(
      new Option('--format <format>', 'as a file of this format').choices(['csv', 'json', 'xlsx', 'parquet', 'ics']),
    )
    .addOption(
      new Option('--as <form>', 'as JSON in a form that another system takes').conflicts(['csv', 'json', 'format']),
    )
    .option('--for <name>', 'of a calendar or a week: whose, by name, id, office or curriculum')
    .option('--out <file>', 'write it there, and not on stdout');
  withKinds(command)
    .addHelpText('after', EXAMPLES)
    .action(async (folder: string, name: string, { csv, json, format, as, out, for: who, kind }: Options) => {
      const { table } = await import('../actions/table.ts');
      finish(await table({ folder, name, format: format ?? (json ? 'json' : csv && 'csv'), as, out, who, kind }, io));
    });
}
