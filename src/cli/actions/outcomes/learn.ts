import { join, parse } from 'node:path';
import {
  channelText,
  domainOf,
  learnChannels,
  learntReport,
  learntTable,
  Refusal,
  readScenario,
  tableText,
  visible,
  writeWhole,
} from '../../../index.ts';
import { EXIT, type ExitCode } from '../../exit.ts';
import type { Io } from '../../io.ts';
import { kindsOf } from '../../kinds.ts';
import { quoted } from '../../options.ts';
import { shortPath } from '../../paths.ts';
import { aligned, wrapped } from '../../terminal/text.ts';
import { channelsFor, type SourceOptions, type Subjects } from './learn-sources.ts';
import { proposal, type WeightsOptions } from './learn-weights.ts';

/** The options of `evenhand learn`. */
export interface LearnOptions extends SourceOptions, WeightsOptions {
  readonly goal?: string;
  readonly explore?: number;
  readonly out?: string;
  readonly report?: string;
  readonly weights?: true;
}

type Learnt = ReturnType<typeof learnChannels>[number];

/** Learns from outcomes what hours are worth, or which weights they support. */
export async function learn(file: string | undefined, options: LearnOptions, io: Io): Promise<ExitCode> {
  if (await asksForWeights(file, options)) {
    refuseHours(options);
    return proposal(file, options, io);
  }
  const { goal = 'reach', seed = 1, explore = 0, out, report, json } = options;
  const { subjects, channels, notes } = await channelsFor(file, goal, options);
  const learnt = learnChannels(channels, { seed });
  const table = learntTable(learnt, { explore, seed });
  const written: string[] = [];
  if (out !== undefined) {
    const to = join(out, `${subjects.table}.csv`);
    writeWhole(to, tableText(table, 'csv'));
    written.push(to);
  }
  if (report !== undefined)
    written.push(...(await writeReports(report, { learnt, subjects, goal, again: commandOf(file, options) })));
  if (json) {
    const rows = JSON.parse(tableText(table, 'json')) as readonly object[];
    io.out(`${JSON.stringify({ goal, seed, explore, channels: learnt, table: rows, notes, written }, null, 2)}\n`);
    return EXIT.done;
  }
  const width = io.columns ?? 80;
  const sections = [
    ...learnt.map((one) => {
      const { headline, detail, lead, best } = channelText(one, subjects.noun);
      const lines = detail === '' ? [] : wrapped(visible(detail), '  ', '', width);
      const slots = best.length === 0 ? [] : [`  ${lead}`, ...aligned(best).map((line) => `    ${line}`)];
      return [...wrapped(visible(headline), '', '  ', width), ...lines, ...slots];
    }),
    explore > 0 && out !== undefined ? wrapped(exploreText(explore, seed), '', '  ', width) : [],
    notes.flatMap((note) => wrapped(visible(`note: ${note}`), '', '  ', width)),
    written.map((path) => shortPath(path)),
  ];
  const texts = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  io.out(`${texts.join('\n\n')}\n`);
  return EXIT.done;
}

/** Of a kind that has past decisions and no hours to learn, weights are all that can be meant. */
async function asksForWeights(file: string | undefined, options: LearnOptions): Promise<boolean> {
  if (options.weights || options.schedule !== undefined) return true;
  if (file === undefined) return false;
  const kinds = await kindsOf(options);
  const { learning, decisions } = domainOf(readScenario(file, { kinds }).kind, kinds);
  return learning === undefined && decisions !== undefined;
}

const OF_HOURS = ['history', 'outcomes', 'platform', 'zone', 'channel', 'goal', 'explore', 'out', 'report'] as const;

/** What is about hours would be passed over where weights are asked for. */
function refuseHours(options: LearnOptions): void {
  const named = OF_HOURS.filter((name) => options[name] !== undefined).map((name) => `--${name}`);
  if (named.length === 0) return;
  const message = `${named.join(' and ')} ${named.length === 1 ? 'is' : 'are'} about hours, and weights are asked for`;
  const maybe = 'Maybe --schedule past.csv --success published=yes, if what came of past rows is meant.';
  throw new Refusal([{ message, maybe }]);
}

const exploreText = (explore: number, seed: number): string =>
  `Means in the table are explored: each is drawn by ${explore} of the way towards what could be (seed ${seed}), so that hours of which little is known are tried.`;

/** What reports are drawn of. */
interface Reports {
  readonly learnt: readonly Learnt[];
  readonly subjects: Subjects;
  readonly goal: string;
  readonly again: string;
}

/** One report a channel: in the file that is named, or where there are several beside it, with the channel in its name. */
async function writeReports(file: string, { learnt, subjects, goal, again }: Reports): Promise<readonly string[]> {
  const written: string[] = [];
  for (const one of learnt) {
    const html = await learntReport(one.learnt, {
      ...{ kind: subjects.kind, title: `When to publish on ${one.name}`, name: one.name, again, noun: subjects.noun },
      subtitle: `${one.platform}, hours by the clock of ${one.zone}, goal: ${goal}`,
      success: `more ${goal} than the median of up to 50 before it`,
    });
    const to = learnt.length === 1 ? file : fileFor(file, one.name, written);
    writeWhole(to, html);
    written.push(to);
  }
  return written;
}

/** `learnt-brand-ig.html`: letters and digits of the name; a number where another channel has the same ones. */
function fileFor(file: string, name: string, others: readonly string[]): string {
  const { dir, name: base, ext } = parse(file);
  const word = name.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-').slice(0, 60);
  const at = (number: number) => join(dir, `${base}-${word}${number === 1 ? '' : `-${number}`}${ext || '.html'}`);
  let number = 1;
  while (others.includes(at(number))) number++;
  return at(number);
}

/** The command line that draws the reports again. */
function commandOf(file: string | undefined, { goal, seed, history, outcomes, channel, platform, zone }: LearnOptions) {
  const pairs = Object.entries({ goal, seed, history, outcomes, platform, zone });
  const named = [...pairs, ...(channel ?? []).map((one) => ['channel', one] as const)];
  const words = named.flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, quoted(String(value))]));
  return ['evenhand learn', ...(file === undefined ? [] : [quoted(file)]), ...words].join(' ');
}
