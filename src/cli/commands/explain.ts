import type { Command } from 'commander';
import type { ExplainOptions } from '../actions/explain.ts';
import type { ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { collect, howMany, withKinds, withWeek } from '../options.ts';

const EXAMPLES = `
Examples:
  evenhand explain runs/la-week/5bc4eef2e0cd8266 person_id=13972
  evenhand explain runs/la-week/5bc4eef2e0cd8266 partner="Hana Merriweth" car="Volkswagen Golf GTI (01H347MBV00100124)"
  evenhand explain runs/la-week/5bc4eef2e0cd8266 vin=00G3FNPL0UM100034 person_id=12079 start_day=2025-09-25
  evenhand explain scenarios/loans/la-week.yaml start_day=2025-09-25 --most 3 --json
  evenhand explain scenarios/rotation/prime-evening.yaml spot=t1
  evenhand explain scenarios/loans/quarter.yaml --week 5 person_id=13972

Exit code: 0 done, 2 bad run, scenario or field, 3 no schedule.
`;

/** `evenhand explain`: why rows are in the schedule, or not. */
export function addExplain(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const command = program
    .command('explain')
    .summary('say why a row is in the schedule or not, and what it would cost to change that')
    .description(
      'Says why the rows with these fields are in the schedule or not. Every loss is exact: the model is solved again with the row forbidden, or forced in.',
    )
    .argument('<run>', 'the folder of a run, or a scenario file')
    .argument('<field=value...>', 'fields of a row of the schedule, by code or by name')
    .option('--variant <name>', 'of a scenario file: this variant')
    .option('--set <key=value>', 'of a scenario file: one setting changed; may be repeated', collect)
    .option('--most <count>', 'how many rows or chances to explain (5)', howMany)
    .option('--json', 'print the explanation as JSON on stdout, and nothing else');
  withKinds(withWeek(command))
    .addHelpText('after', EXAMPLES)
    .action(async (what: string, fields: readonly string[], options: ExplainOptions) => {
      const { explainRows } = await import('../actions/explain.ts');
      finish(await explainRows(what, fields, options, io));
    });
}
