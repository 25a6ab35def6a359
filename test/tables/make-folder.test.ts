import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder } from '../../src/tables/make-folder.ts';
import { evenhand, tinyWeek } from '../cli/tiny-week.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'evenhand-folder-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const code = (path: string): unknown => {
  try {
    return makeFolder(path);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code;
  }
};

describe('makeFolder', () => {
  it('makes every folder on the way, and says which was the first', () => {
    expect(makeFolder(join(root, 'a', 'b', 'c'))).toBe(join(root, 'a'));
    expect(existsSync(join(root, 'a', 'b', 'c'))).toBe(true);
  });

  it('makes nothing of what is there', () => {
    expect(makeFolder(root)).toBeUndefined();
  });

  it('gives the words of the system where a file is in the way', () => {
    writeFileSync(join(root, 'file'), '');
    expect(code(join(root, 'file'))).toBe('EEXIST');
    expect(code(join(root, 'file', 'below'))).toBe('ENOTDIR');
  });

  it('gives up at once where no folder can be made', () => {
    expect(code('/proc/evenhand/below')).toMatch(/^E/);
  });
});

describe('a place that takes no folders', () => {
  it('is refused by the commands that write there', async () => {
    const folder = tinyWeek();
    const file = join(folder, 'tiny.yaml');
    for (const words of [
      ['run', file, '--out', '/proc/evenhand'],
      ['init', '/proc/evenhand/week.yaml'],
      ['data', 'export', '--out', '/proc/evenhand'],
    ]) {
      const { code: exit, err } = await evenhand(...words);
      expect([words[0], exit]).toEqual([words[0], 2]);
      expect(err).toMatch(/cannot (?:be written|write)/);
    }
    rmSync(folder, { recursive: true });
  });
});
