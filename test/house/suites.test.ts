import { describe, expect, it } from 'vitest';
import { ALONE, SLOW } from '../../vitest.config.ts';
import { sources } from './sources.ts';

const suites = sources('test').filter(({ file }) => file.endsWith('.test.ts') && !file.startsWith('test/browser/'));

/** Suites that a pattern of the lists finds; its stars stand at the end of a folder. */
const found = (pattern: string) =>
  suites.map(({ file }) => file).filter((file) => file.startsWith(pattern.split('*')[0]!));

describe('suites that share a process', () => {
  it('replace no module: those that do are known, and run alone', () => {
    const mocking = suites.filter(({ code }) => code.some((line) => line.includes('vi.mock('))).map(({ file }) => file);
    expect(mocking).toContain('test/publish/moments.test.ts');
    expect(ALONE).toEqual(expect.arrayContaining(mocking));
  });

  it('undo what they spy on', () => {
    const spying = suites.filter(({ code }) => code.some((line) => line.includes('vi.spyOn(')));
    expect(spying.filter(({ text }) => !text.includes('vi.restoreAllMocks()')).map(({ file }) => file)).toEqual([]);
  });
});

describe('the lists of suites', () => {
  it.each(SLOW)('%s finds suites, which share a process with the slow ones', (pattern) => {
    expect(found(pattern)).not.toEqual([]);
    expect(found(pattern).filter((file) => ALONE.includes(file))).toEqual([]);
  });

  it('the longest suite is there, to begin first', () => {
    expect(found(ALONE[0]!)).toEqual([ALONE[0]]);
  });
});
