import { findRun, plural, type Verification, verifyRun, visible } from '../../index.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { type KindOptions, kindsOf } from '../kinds.ts';
import { shortPath } from '../paths.ts';

/** The options of `evenhand verify`. */
export interface VerifyOptions extends KindOptions {
  readonly json?: true;
}

/** Runs a stored run again, and prints what came of the comparison. */
export async function verify(folder: string, { json, ...options }: VerifyOptions, io: Io): Promise<ExitCode> {
  const verification = await verifyRun(findRun(folder), await kindsOf(options));
  io.out(json ? `${JSON.stringify(verification, null, 2)}\n` : verdict(verification));
  return verification.passed ? EXIT.done : EXIT.failed;
}

function verdict({ folder, comparisons, passed }: Verification): string {
  const head = `${shortPath(folder)}: `;
  if (passed) return `${head}reproduced: ${plural(comparisons.length, 'value')} and files are the same\n`;
  const different = comparisons.filter((comparison) => !comparison.same);
  const lines = different.map(({ what, expected, found }) =>
    [`  ${visible(what)}`, `    stored: ${visible(expected)}`, `    again:  ${visible(found)}`].join('\n'),
  );
  return `${head}not reproduced: ${different.length} of ${comparisons.length} differ\n${lines.join('\n')}\n`;
}
