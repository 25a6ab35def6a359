import type { Command } from 'commander';
import type { SuggestOptions } from '../actions/suggest.ts';
import type { ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { collect, howMany, withKinds, withWeek } from '../options.ts';

const EXAMPLES = `
Examples:
  evenhand suggest scenarios/courses/winter.yaml course=MATH2010
  evenhand suggest scenarios/rotation/prime-evening.yaml spot=w2 --top 3
  evenhand suggest runs/la-week/5bc4eef2e0cd8266 person_id=13972 --json

Exit code: 0 done, 2 bad run, scenario or field, 3 no schedule.
`;

/** `evenhand suggest`: where a row could go instead. */
export function addSuggest(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const command = program
    .command('suggest')
    .summary('list the best other places for a row, with what each costs and moves')
    .description(
      'Lists the best places that the rows with these fields do not have. Every loss is exact: the model is solved again with the row forced in, and what else has to move is said.',
    )
    .argument('<run>', 'the folder of a run, or a scenario file')
    .argument('<field=value...>', 'fields of a row of the schedule, by code or by name')
    .option('--variant <name>', 'of a scenario file: this variant')
    .option('--set <key=value>', 'of a scenario file: one setting changed; may be repeated', collect)
    .option('--top <count>', 'how many places to list (5)', howMany)
    .option('--json', 'print the places as JSON on stdout, and nothing else');
  withKinds(withWeek(command))
    .addHelpText('after', EXAMPLES)
    .action(async (what: string, fields: readonly string[], options: SuggestOptions) => {
      const { suggestPlaces } = await import('../actions/suggest.ts');
      finish(await suggestPlaces(what, fields, options, io));
    });
}
