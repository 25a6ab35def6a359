import { type Command, Option } from 'commander';
import type { RunOptions } from '../actions/run.ts';
import type { ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { collect, howMany, share, wholePoints, withInteractive, withKinds, withWeek } from '../options.ts';

const EXAMPLES = `
Examples:
  evenhand run scenarios/loans/la-week.yaml
  evenhand run scenarios/loans/la-week.yaml --variant one_each
  evenhand run scenarios/loans/la-week.yaml --all-variants
  evenhand run scenarios/loans/la-week.yaml --set rules.fairness.penalty=400 --set solver.seed=7
  evenhand run scenarios/loans/la-week.yaml --ties --prices 5 --explain
  evenhand run scenarios/loans/la-week.yaml --interactive
  evenhand run scenarios/courses/winter.yaml --alternatives 3 --differ-by 2 --within 10
  evenhand run scenarios/courses/small.yaml --print
  evenhand run scenarios/loans/quarter.yaml --week 5 --ties --prices 5
  evenhand run scenarios/rotation/prime-evening.yaml
  evenhand run scenarios/rotation/prime-evening.yaml --alert 5%
  evenhand run scenarios/rotation/prime-evening.yaml --events - >> events.jsonl
  evenhand run errands.yaml --kind ./errands.ts
  evenhand run scenarios/loans/*.yaml --json > runs.json

An alert is raised where the part that a kind watches is too large: of rotation, spots moved from their wish or left
out, above the scenario's alerts.moved_or_unresolved (5%). It is shown in any case, and is an exit code with --alert.

With --events, each line is one JSON object with "event": "begun", "stage" (it has ended, with so many rows), "alert",
"alert_row" (one that it counts), "finished" or "refused" for each scenario, and "ended" with the exit code of all. No
line has a time in it: the same run gives the same lines. With "-", stdout has these lines and nothing else.

Exit code: 0 done, 1 an expectation or an audit failed, 2 bad scenario, data or arguments, 3 no schedule, 4 all is well
but the alert that --alert asks for is raised.
`;

/** `evenhand run`: finds the best schedule of each scenario, audits it and writes its run folder. */
export function addRun(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const command = program
    .command('run')
    .summary('find the best schedule of a scenario, audit it and write the report')
    .description('Finds the best schedule of each scenario, audits it, and writes run.json, CSV tables and a report.')
    .argument('<file...>', 'scenario files (YAML)')
    .option('--variant <name>', 'run this variant of the scenario; may be given several times', collect)
    .option('--all-variants', 'run the scenario as it stands and every variant of it')
    .option('--set <key=value>', 'change one setting, as in rules.fairness.penalty=400; may be repeated', collect)
    .option('--out <folder>', 'where run folders are written', 'runs')
    .option(
      '--published <where>',
      'where versions are published, a folder or postgres: the report says what the run changes of the newest one, and commit knows it',
      'published',
    )
    .option('--json', 'print the run as JSON on stdout, and nothing else; several runs as an array')
    .option('--export <file>', 'also write the model that is solved, as .mps or .lp (one run only)')
    .option('--ties', 'also find how far each metric can move at the same net score: audit level 5, in the report')
    .option(
      '--prices [count]',
      'also find what loosening each of the dearest limits would bring, 20 or so many; in the report',
      howMany,
    )
    .option(
      '--explain [count]',
      'also find why those with nothing got none: for the first 10 or so many, the best chance and what it would cost; in the report',
      howMany,
    )
    .option('--alternatives <count>', 'also find so many other schedules that are as good, or nearly so', howMany)
    .option('--differ-by <rows>', 'in how many rows each alternative differs from every schedule before it', howMany)
    .option('--within <points>', 'how many points of net score an alternative may give up', wholePoints)
    .addOption(
      new Option(
        '--print',
        'print each schedule as text as it is found: the best one, then the alternatives',
      ).conflicts(['json', 'quiet']),
    )
    .option(
      '--alert [share]',
      'end with 4 where the alert is raised: above this share, such as 5%, or above the limit of the scenario',
      share,
    )
    .option('--events <file>', 'write what happens as JSON lines, for other systems; "-" is stdout')
    .option('--quiet', 'show failures only');
  withKinds(withWeek(withInteractive(command)))
    .addHelpText('after', EXAMPLES)
    .action(async (files: readonly string[], options: RunOptions) => {
      const { run } = await import('../actions/run.ts');
      finish(await run(files, options, io));
    });
}
