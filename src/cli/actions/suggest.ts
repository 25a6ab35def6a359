import { suggest, suggestionText, visible } from '../../index.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { type Asked, sessionFor } from '../session.ts';
import { conflictLines } from '../terminal/summary.ts';
import { fieldsOf, linesOf } from './explain.ts';

/** The options of `evenhand suggest`. */
export interface SuggestOptions extends Asked {
  readonly json?: true;
  readonly top?: number;
}

/** Shows the best other places for the rows with these fields. */
export async function suggestPlaces(
  what: string,
  fields: readonly string[],
  options: SuggestOptions,
  io: Io,
): Promise<ExitCode> {
  const asked = fieldsOf(fields);
  const session = await sessionFor(what, options, options.json === true, io);
  const { run } = session;
  const { name, status } = run;
  if (status === 'infeasible' || status === 'unknown') {
    io.err(`${visible(name)}: ${status}: there is no schedule to change\n`);
    io.err(
      conflictLines(run)
        .map((line) => `${line}\n`)
        .join(''),
    );
    return EXIT.noSchedule;
  }
  const found = await suggest(session, asked, options.top);
  const text = options.json ? JSON.stringify(found, null, 2) : linesOf(suggestionText(session, found)).join('\n');
  io.out(`${text}\n`);
  return EXIT.done;
}
