import type { Command } from 'commander';
import { origins } from '../commands.ts';
import { readScenario, type Scenario, visible } from '../index.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { Io } from './io.ts';
import { collect } from './options.ts';
import { shortPath } from './paths.ts';
import { aligned } from './text.ts';

const EXAMPLES = `
Examples:
  evenhand show scenarios/loans/la-week.yaml
  evenhand show scenarios/loans/la-week.yaml --variant one_each --set solver.seed=7
`;

/** `evenhand show`: every setting of a scenario after all overrides, and where each comes from. */
export function addShow(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  program
    .command('show')
    .summary('show every setting of a scenario and where it comes from')
    .description('Shows every setting after extends, variant and --set, and the file and line each comes from.')
    .argument('<file>', 'a scenario file')
    .option('--variant <name>', 'with this variant applied')
    .option('--set <key=value>', 'with one setting changed; may be repeated', collect)
    .addHelpText('after', EXAMPLES)
    .action((file: string, { variant, set = [] }: { variant?: string; set?: readonly string[] }) => {
      const scenario = readScenario(file, { set, ...(variant === undefined ? {} : { variant }) });
      const rows = origins(scenario)
        .flatMap((setting) => rowsOf(setting, scenario))
        .map(({ path, value, origin }) => [path, text(value), shownOrigin(origin)]);
      io.out(`${aligned([['setting', 'value', 'from'], ...rows]).join('\n')}\n`);
      finish(EXIT.done);
    });
}

type Setting = ReturnType<typeof origins>[number];

/** A list of maps is a table: a line for each of its rows, with the line it stands on. */
function rowsOf(setting: Setting, { place }: Pick<Scenario, 'place'>): readonly Setting[] {
  const { path, value, origin } = setting;
  const rows = Array.isArray(value) ? value : [];
  if (rows.length < 2 || rows.some((row) => typeof row !== 'object' || row === null)) return [setting];
  return rows.map((row, at) => {
    const { file, line } = place([...path.split('.'), at]);
    return { path: `${path}.${at}`, value: row, origin: line === undefined ? origin : `${file}:${line}` };
  });
}

function text(value: unknown): string {
  return visible(typeof value === 'string' ? value : JSON.stringify(value));
}

/** `/home/me/la.yaml:14` as `la.yaml:14`; `default` and `--set` as they are. */
function shownOrigin(origin: string): string {
  const match = /^(.+\.ya?ml)(:\d+.*)?$/.exec(origin);
  return match === null ? origin : shortPath(match[1]!) + (match[2] ?? '');
}
