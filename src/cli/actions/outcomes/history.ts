import { count, historyIn, keepHistory, plural, Refusal, readHistory, visible } from '../../../index.ts';
import { EXIT, type ExitCode } from '../../exit.ts';
import type { Io } from '../../io.ts';
import { shortPath } from '../../paths.ts';
import { spinner } from '../../terminal/spinner.ts';
import { aligned, fitted, wrapped } from '../../terminal/text.ts';

/** The options of `evenhand history add`. */
export interface AddOptions {
  readonly platform: string;
  readonly channel?: string;
  readonly zone?: string;
  readonly map?: Readonly<Record<string, string>>;
  readonly type?: string;
  readonly dates?: 'dmy' | 'mdy' | 'ymd';
  readonly decimal?: 'dot' | 'comma';
  readonly to: string;
  readonly update?: true;
  readonly dryRun?: true;
  readonly json?: true;
}

/** The options of `evenhand history list` and `show`. */
export interface ListOptions {
  readonly to: string;
  readonly json?: true;
}

/** Rows listed one by one; the others are counted. */
const MOST = 20;

/** Reads files of an account, and keeps their outcomes. */
export async function addFiles(files: readonly string[], options: AddOptions, io: Io): Promise<ExitCode> {
  const { to, update = false, dryRun = false, json } = options;
  const line = io.watched ? await spinner(`reading ${plural(files.length, 'file')}`) : undefined;
  line?.start();
  try {
    const read = readHistory(files, { ...options, now: Date.now() });
    if (line) line.text = `keeping ${plural(read.rows.length, 'outcome')}`;
    const kept = await keepHistory(to, read, { update, dryRun });
    line?.stop();
    const { platform, channel, zone, aside, columns, notes } = read;
    if (json) {
      io.out(`${JSON.stringify({ platform, channel, zone, dryRun, ...kept, aside, columns, notes }, null, 2)}\n`);
      return EXIT.done;
    }
    const width = io.columns ?? 80;
    const lines = columns.flatMap(({ file, roles, metrics }) => [
      visible(shortPath(file)),
      ...aligned(Object.entries(roles).map(([role, column]) => [`  ${role}`, visible(column)])),
      ...wrapped(visible(`metrics: ${metrics.join(', ')}`), '  ', '  ', width),
    ]);
    const counts = [
      [dryRun ? 'would be kept' : 'kept', count(kept.added)],
      ['kept already', count(kept.same)],
      [dryRun ? 'would be updated' : 'updated', count(kept.updated)],
      ['kept with other numbers', count(kept.differing.length)],
      ['put aside', count(aside.length)],
    ];
    const told = [
      ...kept.differing.map(
        ({ file, line: at, key }) =>
          `${shortPath(file)}:${at}: "${key}" is kept with other numbers; --update replaces them`,
      ),
      ...aside.map(
        ({ file, line: at, column, value, reason }) =>
          `${shortPath(file)}:${at}: ${[column, value === '' ? '' : `"${value}"`, reason].filter((part) => part !== '').join(' ')}`,
      ),
    ];
    const more = told.length > MOST ? [`… and ${count(told.length - MOST)} more; --json lists all`] : [];
    const sections = [
      lines,
      aligned(counts, [1]),
      [...told.slice(0, MOST).map(visible), ...more],
      notes.flatMap((note) => wrapped(visible(`note: ${note}`), '', '  ', width)),
    ];
    io.out(
      `${sections
        .filter((part) => part.length > 0)
        .map((part) => part.join('\n'))
        .join('\n\n')}\n`,
    );
    return EXIT.done;
  } finally {
    line?.stop();
  }
}

/** Lists the channels that outcomes are kept of. */
export async function listChannels({ to, json }: ListOptions, io: Io): Promise<ExitCode> {
  const channels = await historyIn(to);
  if (json) io.out(`${JSON.stringify(channels, null, 2)}\n`);
  else {
    const rows = channels.map((one) => [
      ...[
        visible(one.channel),
        visible(one.platform),
        one.zone,
        count(one.outcomes),
        dayOf(one.first),
        dayOf(one.last),
      ],
    ]);
    const head = ['channel', 'platform', 'zone', 'outcomes', 'first', 'last'];
    io.out(`${fitted({ head, rows, right: [3] }, io.columns ?? 80).join('\n')}\n`);
  }
  return EXIT.done;
}

/** Shows what is kept of one channel. */
export async function showChannel(name: string, { to, json }: ListOptions, io: Io): Promise<ExitCode> {
  const channels = await historyIn(to);
  const found = channels.find(({ channel }) => channel === name);
  if (found === undefined) {
    const known = channels.map(({ channel }) => channel).slice(0, 20);
    const maybe =
      known.length === 0 ? 'Maybe "evenhand history add" comes first.' : `Maybe one of: ${known.join(', ')}.`;
    throw new Refusal([{ message: `nothing is kept of a channel "${name}"`, place: { file: shortPath(to) }, maybe }]);
  }
  if (json) {
    io.out(`${JSON.stringify(found, null, 2)}\n`);
    return EXIT.done;
  }
  const { platform, zone, outcomes, first, last, metrics, types } = found;
  const head = `${visible(name)}: ${plural(outcomes, 'outcome')} on ${visible(platform)}, ${dayOf(first)} to ${dayOf(last)}, clock of ${zone}`;
  const table = (title: string, counts: Readonly<Record<string, number>>) =>
    aligned(
      [
        [title, 'outcomes'],
        ...Object.entries(counts).map(([key, value]) => [visible(key === '' ? '(none)' : key), count(value)]),
      ],
      [1],
    );
  io.out(`${[...wrapped(head), '', ...table('metric', metrics), '', ...table('type', types)].join('\n')}\n`);
  return EXIT.done;
}

/** The day of an instant in UTC. */
const dayOf = (ms: number): string => (Number.isFinite(ms) ? new Date(ms).toISOString().slice(0, 10) : '');
