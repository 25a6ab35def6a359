import { priceList, priceText, visible } from '../../index.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { type Asked, sessionFor } from '../session.ts';
import { wrapped } from '../terminal/text.ts';

/** The options of `evenhand prices`. */
export interface PricesOptions extends Asked {
  readonly json?: true;
  readonly most?: number;
}

/** Prices the dearest limits, and shows the list. */
export async function prices(what: string, options: PricesOptions, io: Io): Promise<ExitCode> {
  const session = await sessionFor(what, options, options.json === true, io);
  if (session.run.status !== 'optimal') {
    io.err(`${visible(session.run.name)}: ${session.run.status}: there is no proven schedule to price limits by\n`);
    return EXIT.noSchedule;
  }
  const list = await priceList(session, options.most);
  io.out(options.json ? `${JSON.stringify(list, null, 2)}\n` : `${linesOf(priceText(session, list)).join('\n')}\n`);
  return EXIT.done;
}

/** Each step that brings something with what it changes, dearest first; then the others in a list. */
function linesOf({ headline, detail, prices, nothing }: ReturnType<typeof priceText>): readonly string[] {
  const list = (items: readonly string[]) => items.flatMap((item) => wrapped(visible(item), '  ', '  '));
  return [
    ...wrapped(visible(detail === '' ? headline : detail)),
    ...prices.flatMap(({ change, gain, changes }) => [
      '',
      ...wrapped(visible(`${change}: ${gain}`), '', '  '),
      ...list(changes),
    ]),
    ...(nothing.length === 0 ? [] : ['', 'These bring nothing:', ...list(nothing)]),
  ];
}
