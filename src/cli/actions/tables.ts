import { domains, tablesMarkdown, tablesText } from '../../index.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { kindNamed } from '../kinds.ts';

/** Prints what the tables of one kind hold, or those of all. */
export async function tables(kind: string | undefined, markdown: boolean, io: Io): Promise<ExitCode> {
  const chosen = kind === undefined ? domains : [await kindNamed(kind)];
  io.out(markdown ? tablesMarkdown(chosen) : chosen.map(tablesText).join('\n'));
  return EXIT.done;
}
