import { domainOf, domains, rulesMarkdown, rulesText } from '../../index.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';

/** Prints the rules of one kind, or of all. */
export function rules(kind: string | undefined, markdown: boolean, io: Io): ExitCode {
  const chosen = kind === undefined ? domains : [domainOf(kind)];
  io.out(chosen.map(markdown ? rulesMarkdown : rulesText).join('\n'));
  return EXIT.done;
}
