import { domains, metricsMarkdown, metricsText, rulesMarkdown, rulesText } from '../../index.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { kindNamed } from '../kinds.ts';

/** What is explained, and how it is written. */
export interface RulesOptions {
  readonly metrics?: true;
  readonly markdown?: true;
}

/** Prints the rules or the metrics of one kind, or of all. */
export async function rules(kind: string | undefined, { metrics, markdown }: RulesOptions, io: Io): Promise<ExitCode> {
  const chosen = kind === undefined ? domains : [await kindNamed(kind)];
  if (metrics) io.out(markdown ? metricsMarkdown(chosen) : chosen.map(metricsText).join('\n'));
  else io.out(chosen.map(markdown ? rulesMarkdown : rulesText).join('\n'));
  return EXIT.done;
}
