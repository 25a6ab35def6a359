import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeNew, writeWhole } from '../../index.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { kindNamed } from '../kinds.ts';
import { shortPath } from '../paths.ts';
import { schemaText } from './schema.ts';

/** The file by which editors check the scenarios beside it. */
const SCHEMA = 'evenhand.schema.json';

/** Writes the starter of a kind to a new file, and beside it the schema that its first line names. */
export async function init(file: string, kind: string, io: Io): Promise<ExitCode> {
  const own = await kindNamed(kind);
  writeNew(file, withSchema(own.starter));
  const schema = join(dirname(file), SCHEMA);
  if (isOurs(schema)) writeWhole(schema, schemaText([own]));
  io.out(`${shortPath(file)}\nNext: evenhand run ${shortPath(file)}\n`);
  return EXIT.done;
}

/** The first line by which an editor finds the schema, in place of another one. */
const withSchema = (starter: string): string =>
  `# yaml-language-server: $schema=./${SCHEMA}\n${starter.replace(/^# yaml-language-server:.*\n/, '')}`;

/** Whether the file may be written: there is none, or it is a schema that an earlier version wrote. */
function isOurs(file: string): boolean {
  if (!existsSync(file)) return true;
  try {
    return readFileSync(file, 'utf8').includes('"title": "Evenhand scenario"');
  } catch {
    return false;
  }
}
