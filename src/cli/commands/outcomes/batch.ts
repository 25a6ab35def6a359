import type { Command } from 'commander';
import type { BatchCommand } from '../../actions/outcomes/batch.ts';
import type { ExitCode } from '../../exit.ts';
import type { Io } from '../../io.ts';

const EXAMPLES = `
Examples:
  evenhand batch jobs.json
  evenhand batch jobs.json --store postgres --events events.csv
  evenhand batch list
  evenhand batch show week-45 --json
  evenhand batch show week-45 --executed events.csv

The file: {"bulk_job_id": "week-45", "posts": [{"id": "a", "platform": "instagram", "content_type": "instagram_reels",
"priority": 3}], "metadata": {"start_after": "2025-11-03T00:00:00Z", "deadline": "2025-11-10T00:00:00Z"}}. Times need
their zone. The same file again gives the plan that is kept; another file under the same key is refused.

Exit code: 0 planned, also where posts have no time; 2 bad file, store or arguments; 3 no schedule.
`;

/** `evenhand batch`: a plan for the posts of a job, kept under its id. */
export function addBatch(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const store = ['--store <place>', 'where plans are kept: a folder, or postgres', 'store'] as const;
  const json = ['--json', 'print JSON on stdout, and nothing else'] as const;
  const batch = program
    .command('batch')
    .summary('plan the posts of a job, and keep the plan under its id')
    .description('Plans the posts of a job from a JSON file, and keeps the plan under the id of the job.')
    .argument('<file>', 'a batch: .json')
    .option(...store)
    .option('--key <name>', 'keep it under another key than the id of the job')
    .option('--events <file>', 'write the log with which its execution begins, as evenhand adapt reads it')
    .option(...json)
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: BatchCommand) => {
      const { batch } = await import('../../actions/outcomes/batch.ts');
      finish(await batch(file, options, io));
    });
  batch
    .command('list')
    .description('List the plans that are kept, the last one first.')
    .option(...store)
    .option(...json)
    .action(async (_: object, command: Command) => {
      const { batchList } = await import('../../actions/outcomes/batch.ts');
      finish(await batchList(command.optsWithGlobals<BatchCommand>(), io));
    });
  batch
    .command('show')
    .description('Show a plan that is kept.')
    .argument('<key>', 'the id of its job, or its key')
    .option(...store)
    .option('--executed <file>', 'the log of its execution: say how many posts started on time')
    .option(...json)
    .action(async (key: string, _: object, command: Command) => {
      const { batchShow } = await import('../../actions/outcomes/batch.ts');
      finish(await batchShow(key, command.optsWithGlobals<BatchCommand>(), io));
    });
}
