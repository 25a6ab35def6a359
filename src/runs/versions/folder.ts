import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../problems/problem.ts';
import { writeNew } from '../files/whole-file.ts';
import type { StoredVersion, Versions } from './versions.ts';

/**
 * Versions in a folder, each a file `<name>/000001.json`, which is never changed. That a file is there already means that
 * another cycle was faster.
 */
export function folderVersions(folder: string): Versions {
  const fileOf = (name: string, version: number) => join(folder, name, `${String(version).padStart(6, '0')}.json`);
  const newest = (name: string): number => {
    if (!existsSync(join(folder, name))) return 0;
    const numbers = readdirSync(join(folder, name)).flatMap((file) => /^(\d{6,})\.json$/.exec(file)?.[1] ?? []);
    return Math.max(0, ...numbers.map(Number));
  };
  return {
    latest: async (name) => {
      const version = newest(name);
      return version === 0 ? undefined : read(fileOf(name, version));
    },
    put: async ({ name, expected, ...rest }) => {
      const file = fileOf(name, expected + 1);
      if (newest(name) !== expected || existsSync(file)) {
        const maybe = 'Maybe another "evenhand adapt" ran at the same time: run it again.';
        throw new Refusal([{ message: `version ${expected + 1} is there already`, place: { file }, maybe }]);
      }
      writeNew(file, `${JSON.stringify({ version: expected + 1, ...rest }, null, 2)}\n`);
    },
  };
}

function read(file: string): StoredVersion {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as StoredVersion;
  } catch {
    throw new Refusal([{ message: 'is no version', place: { file }, maybe: 'Maybe choose another folder.' }]);
  }
}
