import { bestInstants, count, percent, plural, readScenario, visible } from '../../../index.ts';
import { EXIT, type ExitCode } from '../../exit.ts';
import type { Io } from '../../io.ts';
import { type KindOptions, kindsOf } from '../../kinds.ts';
import { aligned, fitted, wrapped } from '../../terminal/text.ts';

/** The options of `evenhand predict`. */
export interface PredictOptions extends KindOptions {
  readonly channel: string;
  readonly type?: string;
  readonly top?: number;
  readonly explore?: number;
  readonly seed?: number;
  readonly variant?: string;
  readonly set?: readonly string[];
  readonly json?: true;
}

/** Shows the best instants of a scenario for one more row of a channel. */
export async function predict(file: string, options: PredictOptions, io: Io): Promise<ExitCode> {
  const { channel, type, top, explore, seed, variant, set = [], json } = options;
  const kinds = await kindsOf(options);
  const scenario = readScenario(file, { set, kinds, ...(variant !== undefined && { variant }) });
  const found = await bestInstants(scenario, { channel, type, most: top, explore, seed, kinds });
  if (json) {
    io.out(`${JSON.stringify(found, null, 2)}\n`);
    return EXIT.done;
  }
  const width = io.columns ?? 80;
  const { instants, open, closed, notes } = found;
  const head = ['local', 'UTC', 'score', 'chance', 'outcomes', 'confidence', 'method'];
  const rows = instants.map(({ local, at, score, mean, low, high, samples, confidence, method }) => [
    ...[local, at, score.toFixed(4)],
    mean === null || low === null || high === null
      ? 'not known'
      : `${percent(mean)} (${percent(low)} to ${percent(high)})`,
    ...[count(samples), percent(confidence), visible(method)],
  ]);
  const what = type === undefined ? channel : `${type} on ${channel}`;
  const total = open + closed.reduce((sum, { count: each }) => sum + each, 0);
  const closing = closed.map(({ text, count: each }) => [`  ${count(each)}`, visible(text)]);
  const sections = [
    wrapped(visible(`${what}: the best of ${plural(open, 'open instant')}, ${count(total)} in all`), '', '  ', width),
    instants.length === 0 ? ['no instant is open'] : fitted({ head, rows, right: [2, 4, 5] }, width),
    closing.length === 0 ? [] : ['Closed by rules:', ...aligned(closing, [0])],
    notes.flatMap((note) => wrapped(visible(`note: ${note}`), '', '  ', width)),
  ];
  const texts = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  io.out(`${texts.join('\n\n')}\n`);
  return EXIT.done;
}
