import { writeNew } from '../../index.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { kindNamed } from '../kinds.ts';
import { shortPath } from '../paths.ts';

/** Writes the starter of a kind to a new file. */
export async function init(file: string, kind: string, io: Io): Promise<ExitCode> {
  writeNew(file, (await kindNamed(kind)).starter);
  io.out(`${shortPath(file)}\nNext: evenhand run ${shortPath(file)}\n`);
  return EXIT.done;
}
