import { proposeWeights, Refusal, readScenario, visible, weightsText } from '../../../index.ts';
import { EXIT, type ExitCode } from '../../exit.ts';
import type { Io } from '../../io.ts';
import { type KindOptions, kindsOf } from '../../kinds.ts';
import { quoted } from '../../options.ts';
import { aligned, wrapped } from '../../terminal/text.ts';

/** The options of `evenhand learn --weights`. */
export interface WeightsOptions extends KindOptions {
  readonly schedule?: string;
  readonly success?: readonly [column: string, value: string];
  readonly seed?: number;
  readonly json?: true;
}

/** Says which weights of a scenario the outcomes of past decisions support. */
export async function proposal(file: string | undefined, options: WeightsOptions, io: Io): Promise<ExitCode> {
  if (file === undefined) throw new Refusal([{ message: '--weights needs the scenario whose weights are meant' }]);
  const { schedule, success, seed = 1, json } = options;
  if ((schedule === undefined) !== (success === undefined))
    throw new Refusal([
      {
        message: '--schedule and --success go together: past rows, and which column says what came of them',
        maybe: 'Maybe --schedule past.csv --success published=yes.',
      },
    ]);
  const kinds = await kindsOf(options);
  const past = schedule === undefined ? undefined : { file: schedule, column: success![0], value: success![1] };
  const found = await proposeWeights(readScenario(file, { kinds }), { past, seed, kinds });
  if (json) {
    io.out(`${JSON.stringify(found, null, 2)}\n`);
    return EXIT.done;
  }
  const width = io.columns ?? 80;
  const { headline, detail, rows } = weightsText(found);
  const trial = found.overrides.map((one) => `--set ${one}`).join(' ');
  const sections = [
    wrapped(visible(headline), '', '  ', width),
    wrapped(visible(detail), '', '', width),
    aligned(rows, [1, 2, 3]).map((line) => `  ${line}`),
    found.overrides.length === 0 ? [] : ['To try it:', `  evenhand run ${quoted(file)} ${trial}`],
    found.notes.flatMap((note) => wrapped(visible(`note: ${note}`), '', '  ', width)),
  ];
  const texts = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  io.out(`${texts.join('\n\n')}\n`);
  return EXIT.done;
}
