import { type Command, Option } from 'commander';
import { GOALS } from '../../../index.ts';
import type { AdaptCommand } from '../../actions/outcomes/adapt.ts';
import type { ExitCode } from '../../exit.ts';
import type { Io } from '../../io.ts';
import { share } from '../../options.ts';

const EXAMPLES = `
Examples:
  evenhand adapt events.csv --dry-run
  evenhand adapt events.csv --store adapt --report adapt.html
  evenhand adapt events.csv --goal success --tolerance 5%
  evenhand adapt events.csv --replay --dry-run

The log is a CSV file with the columns at, job, channel, event, and where they are known planned_at, attempt, retry_after,
priority, good; or a .jsonl file. Events: planned, started, looked, absent, published, rate_limited, timed_out, failed,
held, cancelled. Each call measures what is newer than the last window, judges the change that is on trial, rolls it back
where the goal fell by more than the tolerance, and otherwise turns parameters by a fifth at most.

Exit code: 0 done, also where a change is rolled back; 2 bad log, store or arguments.
`;

/** `evenhand adapt`: one round of the adaptive cycle. */
export function addAdapt(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  program
    .command('adapt')
    .summary('learn from what was executed: measure, adjust, validate, roll back')
    .description(
      'Measures a log of what was executed, and adjusts parameters by small steps that it takes back by itself.',
    )
    .argument('<events>', 'a log of events: .csv or .jsonl')
    .option('--store <place>', 'where versions of the parameters are kept: a folder, or postgres', 'adapt')
    .addOption(new Option('--goal <name>', 'what a change is judged by').choices(GOALS).default('adherence'))
    .option('--tolerance <share>', 'by how much the goal may fall before a change is rolled back', share, 0.1)
    .option('--dry-run', 'show what the cycle would do, and keep nothing')
    .option('--replay', 'simulate the plan of the log with the old and the new parameters')
    .option('--report <file>', 'write the report, one HTML file')
    .option('--json', 'print the cycle as JSON on stdout, and nothing else')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: AdaptCommand) => {
      const { adapt } = await import('../../actions/outcomes/adapt.ts');
      finish(await adapt(file, options, io));
    });
}
