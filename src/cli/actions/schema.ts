import { scenarioSchema, writeWhole } from '../../index.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { type KindOptions, kindsOf } from '../kinds.ts';
import { shortPath } from '../paths.ts';

/** The options of `evenhand schema`. */
export interface SchemaOptions extends KindOptions {
  readonly out?: string;
}

/** Prints the schema of scenario files, or writes it. */
export async function schema({ out, ...options }: SchemaOptions, io: Io): Promise<ExitCode> {
  const text = schemaText(await kindsOf(options));
  if (out === undefined) {
    io.out(text);
    return EXIT.done;
  }
  writeWhole(out, text);
  io.out(`${shortPath(out)}\n`);
  return EXIT.done;
}

/** The schema of all kinds as the text of a file. */
export const schemaText = (kinds: Parameters<typeof scenarioSchema>[0]): string =>
  `${JSON.stringify(scenarioSchema(kinds), null, 1)}\n`;
