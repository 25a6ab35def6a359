import { findRun, loadRun, Refusal, tableBytes, tableOf, tableText, writeWhole } from '../../index.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';

/** Which table of which run, and how. */
interface Asked {
  readonly folder: string;
  readonly name: string;
  readonly format: 'json' | 'csv' | 'xlsx' | 'parquet';
  /** Where it is written; absent: on stdout. */
  readonly out: string | undefined;
}

/** Prints one result table of a run, or writes it to a file. */
export async function table({ folder, name, format, out }: Asked, io: Io): Promise<ExitCode> {
  const isText = format === 'json' || format === 'csv';
  if (!isText && out === undefined) throw noText(format, name);
  const found = tableOf(await loadRun(findRun(folder)), name);
  const content = isText ? tableText(found, format) : await tableBytes(found, name, format);
  if (out !== undefined) writeWhole(out, content);
  else io.out(String(content));
  return EXIT.done;
}

/** Bytes would only confuse a terminal. */
function noText(format: string, name: string): Refusal {
  const message = `a file of the format ${format} is no text, and stdout has text only`;
  return new Refusal([{ message, maybe: `Maybe name the file: --out ${name}.${format}.` }]);
}
