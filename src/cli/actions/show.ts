import { origins, readScenario, type Scenario, visible } from '../../index.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { type KindOptions, kindsOf } from '../kinds.ts';
import { shortPath } from '../paths.ts';
import { aligned } from '../terminal/text.ts';

/** The options of `evenhand show`. */
export interface ShowOptions extends KindOptions {
  readonly variant?: string;
  readonly set?: readonly string[];
}

/** Prints every setting of a scenario, and where it comes from. */
export async function show(file: string, options: ShowOptions, io: Io): Promise<ExitCode> {
  const { variant, set = [] } = options;
  const kinds = await kindsOf(options);
  const scenario = readScenario(file, { set, kinds, ...(variant === undefined ? {} : { variant }) });
  const rows = origins(scenario)
    .flatMap((setting) => rowsOf(setting, scenario))
    .map(({ path, value, origin }) => [path, text(value), shownOrigin(origin)]);
  io.out(`${aligned([['setting', 'value', 'from'], ...rows]).join('\n')}\n`);
  return EXIT.done;
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
  const match = /^(.+\.(?:ya?ml|json))(:\d+.*)?$/.exec(origin);
  return match === null ? origin : shortPath(match[1]!) + (match[2] ?? '');
}
