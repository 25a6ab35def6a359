import { count, listRuns, plural, Refusal, settingsText, visible } from '../../index.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { shortPath } from '../paths.ts';
import { fitted } from '../terminal/text.ts';

/** The options of `evenhand runs`. */
export interface RunsOptions {
  readonly out: string;
  readonly most: number;
  readonly json?: true;
}

/** Settings listed of one run; the others are counted. */
const MOST_SETTINGS = 4;

/** Lists the runs of a folder, newest first. */
export function runs(scenario: string | undefined, { out, most, json }: RunsOptions, io: Io): ExitCode {
  const name = scenario?.replace(/^.*[/\\]/, '').replace(/\.ya?ml$/, '');
  const all = listRuns(out, name);
  if (json) {
    io.out(`${JSON.stringify(all, null, 2)}\n`);
    return EXIT.done;
  }
  if (all.length === 0) throw none(out, name);
  const rows = all
    .slice(0, most)
    .map((run) => [
      `${run.name}@${run.id.slice(0, 8)}`,
      localTime(run.when),
      run.status,
      run.netScore === null ? '' : count(run.netScore),
      visible(settingsLine(settingsText(run.settings))),
    ]);
  const head = ['run', 'when', 'status', 'net score', 'settings that differ'];
  const more =
    all.length > most ? [`and ${plural(all.length - most, 'older run')}: --most ${all.length} lists all`] : [];
  io.out([...fitted({ head, rows, right: [3] }, io.columns ?? Number.POSITIVE_INFINITY), ...more, ''].join('\n'));
  return EXIT.done;
}

const settingsLine = (texts: readonly string[]): string =>
  texts.length <= MOST_SETTINGS
    ? texts.join(', ')
    : `${texts.slice(0, MOST_SETTINGS).join(', ')} and ${texts.length - MOST_SETTINGS} more`;

/** An instant as the clock on the wall showed it: 2025-09-22 14:05. */
function localTime(instant: string): string {
  const date = new Date(instant);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

function none(out: string, name: string | undefined): Refusal {
  const of = name === undefined ? '' : ` of ${name}`;
  const known = [...new Set(listRuns(out).map((run) => run.name))];
  const maybe =
    known.length === 0
      ? 'Maybe "evenhand run SCENARIO" comes first, or --out names another folder.'
      : `Maybe one of: ${known.slice(0, 8).map(visible).join(', ')}.`;
  return new Refusal([{ message: `there is no run${of}`, place: { file: shortPath(out) }, maybe }]);
}
