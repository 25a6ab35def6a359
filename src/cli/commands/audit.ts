import type { Command } from 'commander';
import type { AuditOptions } from '../actions/audit.ts';
import type { ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { collect, withInteractive, withKinds } from '../options.ts';

const EXAMPLES = `
Examples:
  evenhand audit scenarios/loans/la-week.yaml --schedule plan.csv
  evenhand audit scenarios/loans/la-week.yaml --schedule plan.csv --no-solve
  evenhand audit scenarios/loans/la-week.yaml --schedule plan.json --variant one_each
  evenhand audit scenarios/loans/la-week.yaml --schedule runs/la-week/5bc4eef2e0cd8266
  evenhand audit scenarios/loans/la-week.yaml --schedule published/la-week/000002.json --json
  evenhand audit comp01/comp01.yaml --schedule comp01.sol

The schedule is a CSV file with a column for each field of a row (of loans: vin, person_id, start_day), in any order and
spelling ("Start day", "Partner"), a JSON file with a list of objects, the folder of a run, or the file of a published
version.

Exit code: 0 it keeps every rule and expectation, 1 it does not, 2 bad scenario, data, schedule or arguments.
`;

/** `evenhand audit`: what a schedule that was made elsewhere breaks and costs, and what to change first. */
export function addAudit(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const command = program
    .command('audit')
    .summary('audit a schedule that people or another tool made')
    .description(
      'Audits a schedule that people or another tool made: the rules that it breaks, what it costs, how far it is from the best schedule, and which few changes bring most. Writes a folder as a run does.',
    )
    .argument('<file>', 'a scenario file (YAML)')
    .requiredOption(
      '--schedule <file>',
      'the schedule: CSV, JSON, the folder of a run, a published version, or a solution of the competitions ITC-2007 (.sol) and ITC-2019 (.xml)',
    )
    .option('--variant <name>', 'hold it against this variant of the scenario')
    .option('--set <key=value>', 'change one setting, as in rules.fairness.penalty=400; may be repeated', collect)
    .option('--no-solve', 'rules and price alone: no solver is started, and no best schedule is found')
    .option('--out <folder>', 'where run folders are written', 'runs')
    .option('--json', 'print the record as JSON on stdout, and nothing else');
  withKinds(withInteractive(command))
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: AuditOptions) => {
      const { audit } = await import('../actions/audit.ts');
      finish(await audit(file, options, io));
    });
}
