import { domains, rulesMarkdown, rulesText } from '../../index.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { kindNamed } from '../kinds.ts';

/** Prints the rules of one kind, or of all. */
export async function rules(kind: string | undefined, markdown: boolean, io: Io): Promise<ExitCode> {
  const chosen = kind === undefined ? domains : [await kindNamed(kind)];
  io.out(chosen.map(markdown ? rulesMarkdown : rulesText).join('\n'));
  return EXIT.done;
}
