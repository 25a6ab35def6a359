import { describe, expect, it } from 'vitest';
import { findScenarios, ownVariants, patternOf } from '../../src/scenario/find.ts';
import { HEAD, inFolder } from './fake.ts';

const FILES = { 'a.yaml': HEAD, 'b/c.yaml': HEAD, 'b/d.yml': HEAD, 'b/.git/x.yaml': HEAD, 'b/notes.txt': '' };
const found = (...patterns: readonly string[]) =>
  inFolder(FILES, (folder) =>
    findScenarios(patterns.map((pattern) => `${folder}/${pattern}`)).map((file) => file.slice(folder.length + 1)),
  );

describe('finding scenario files', () => {
  it('takes a file, a folder or a pattern', () => {
    expect(found('a.yaml')).toEqual(['a.yaml']);
    expect(found('b')).toEqual(['b/c.yaml', 'b/d.yml']);
    expect(found('**/*.yaml')).toEqual(['a.yaml', 'b/c.yaml']);
    expect(found('b/*.{yaml,yml}')).toEqual(['b/c.yaml', 'b/d.yml']);
  });

  it('names each file once', () => {
    expect(found('b/c.yaml', 'b')).toEqual(['b/c.yaml', 'b/d.yml']);
  });

  it('refuses every pattern that names nothing', () => {
    expect(() => found('none.yaml', 'c/**/*.yaml')).toThrow(/none\.yaml"\n.*c\/\*\*\/\*\.yaml"/);
  });

  it('takes characters of expressions as they are', () => {
    expect(patternOf('a+(b).yaml').test('a+(b).yaml')).toBe(true);
    expect(patternOf('a?.yaml').test('ab.yaml')).toBe(true);
    expect(patternOf('*.yaml').test('a/b.yaml')).toBe(false);
  });
});

describe('the variants of a file', () => {
  it('are those that it writes, not those that it extends', () => {
    const variant = (name: string, penalty: number) => `  ${name}: {rules: {fairness: {penalty: ${penalty}}}}\n`;
    const files = {
      'base.yaml': `${HEAD}variants:\n${variant('one', 1)}`,
      'over.yaml': `extends: base.yaml\nvariants:\n${variant('two', 2)}`,
    };
    inFolder(files, (folder) => {
      expect(ownVariants(`${folder}/over.yaml`)).toEqual(['two']);
      expect(ownVariants(`${folder}/base.yaml`)).toEqual(['one']);
    });
  });
});
