import { type Command, InvalidArgumentError } from 'commander';
import type { LearnOptions } from '../../actions/outcomes/learn.ts';
import type { ExitCode } from '../../exit.ts';
import type { Io } from '../../io.ts';
import { collect, seed, share, withKinds } from '../../options.ts';

const EXAMPLES = `
Examples:
  evenhand learn scenarios/posts/agency.yaml --outcomes scenarios/posts/history.csv --out learnt
  evenhand learn --outcomes export.csv --platform instagram --zone Europe/Berlin --report learnt.html
  evenhand learn week.yaml --history postgres --explore 0.1 --seed 7 --out learnt
  evenhand learn scenarios/loans/la-week.yaml --weights
  evenhand learn week.yaml --weights --schedule past.csv --success published=yes

Outcomes are those that "evenhand history add" keeps, or those of one file. --out writes learnt.csv, the table "learnt" of
a scenario of posts: put it beside its other tables. A channel with fewer than 50 outcomes keeps the timing table.
--weights proposes weights, and changes no file: the past decisions are those in the scenario's own tables, or the rows
of --schedule, in order of time, with the column of --success that says what came of them.

Exit code: 0 done, 2 bad scenario, outcomes or arguments.
`;

/** `evenhand learn`: what hours and weekdays are worth by outcomes, or which weights outcomes support. */
export function addLearn(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const command = program
    .command('learn')
    .summary('learn from outcomes which hours of the week do better, or which weights they support')
    .description(
      'Tests in order of time whether hour and weekday foretell what outcomes did, channel by channel, and says what each hour is worth. With --weights: which weights of a scenario the outcomes of past decisions support.',
    )
    .argument('[scenario]', 'a scenario file; without one the platform of each channel says which table is built in')
    .option('--history <place>', 'where outcomes are kept: a folder, postgres, postgres:schema, env:NAME (history)')
    .option('--outcomes <file>', 'a CSV or JSON file of outcomes in place of those that are kept')
    .option('--platform <name>', 'of --outcomes without a scenario: instagram, x, tiktok, …')
    .option('--zone <zone>', 'of --outcomes: the time zone of the account, as in Europe/Berlin')
    .option('--channel <name>', 'this channel only; may be repeated', collect)
    .option('--goal <metric>', 'the column that counts; the more, the better (reach)')
    .option('--seed <number>', 'of forest, bootstrap and draws (1)', seed)
    .option('--explore <share>', 'draw chances so far away from what is known towards what could be (0)', share)
    .option('--out <folder>', 'write learnt.csv there, for a scenario to read')
    .option('--report <file>', 'write the report; with several channels one file each, named after them')
    .option('--weights', 'propose weights of the scenario in place of hours')
    .option('--schedule <file>', 'of --weights: a CSV file of past rows, named as in the schedule of a run')
    .option('--success <column=value>', 'of --schedule: what went well, such as published=yes or clips=1', column)
    .option('--json', 'print what was learnt as JSON on stdout, and nothing else');
  withKinds(command)
    .addHelpText('after', EXAMPLES)
    .action(async (scenario: string | undefined, options: LearnOptions) => {
      const actions = await import('../../actions/outcomes/learn.ts');
      finish(await actions.learn(scenario, options, io));
    });
}

/** `published=yes` */
function column(text: string): readonly [column: string, value: string] {
  const [, name, value] = /^\s*([^=]+?)\s*=\s*(.+?)\s*$/.exec(text) ?? [];
  if (name === undefined || value === undefined) throw new InvalidArgumentError('write column=value.');
  return [name, value];
}
