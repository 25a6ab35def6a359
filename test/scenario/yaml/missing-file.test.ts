import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { maybeFile } from '../../../src/scenario/yaml/missing-file.ts';

let folder: string;
const before = process.cwd();
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evenhand-elsewhere-'));
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true, force: true });
});

const put = (...paths: readonly string[]) => {
  for (const path of paths) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), '');
  }
};

describe('a scenario file that is not there', () => {
  it('is most likely the one beside it that is called nearly so', () => {
    put('a/la-week.yaml', 'scenarios/loans/la-weeks.yaml');
    expect(maybeFile('a/la-wek.yaml', true)).toBe('Maybe you meant "la-week.yaml".');
  });

  it('or one among the scenarios, by its whole path', () => {
    put('other.yaml', 'scenarios/loans/la-week.yaml');
    expect(maybeFile('la-week.yaml', true)).toBe('Maybe you meant "scenarios/loans/la-week.yaml".');
  });

  it('or one of those beside it', () => {
    put('one.yaml', 'two.yml', 'notes.txt', 'scenarios/far.yaml');
    expect(maybeFile('zebra.yaml', true)).toBe('Maybe one of: "one.yaml", "two.yml".');
  });

  it('or one of the scenarios, five of them named', () => {
    put(...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => `scenarios/x/file-${name}.yaml`));
    expect(maybeFile('nothere.yaml', true)).toMatch(
      /^Maybe one of: "scenarios\/x\/file-a.yaml", .*file-e.yaml" and 2 more\.$/,
    );
  });

  it('or in another folder', () => {
    expect(maybeFile('no/such/folder.yaml', true)).toContain('Maybe the path is taken from another folder');
  });

  it('is never looked for elsewhere where another file names it', () => {
    put('scenarios/loans/la-week.yaml');
    expect(maybeFile('la-week.yaml', false)).toBeUndefined();
  });
});
