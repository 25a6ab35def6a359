import { suggest, suggestionText } from '../../index.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { type Asked, sessionFor } from '../session.ts';
import { fieldsOf, linesOf, saysNoSchedule } from './explain.ts';

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
  if (saysNoSchedule(session.run, 'change', io)) return EXIT.noSchedule;
  const found = await suggest(session, asked, options.top);
  const text = options.json ? JSON.stringify(found, null, 2) : linesOf(suggestionText(session, found)).join('\n');
  io.out(`${text}\n`);
  return EXIT.done;
}
