import { dirname } from 'node:path/posix';
import { describe, expect, it } from 'vitest';
import { between, circles, circlesText, filesBeside, type Graph, importsBetween } from './circles.ts';
import { sources } from './sources.ts';

const all = sources('src');
const values = importsBetween(all, 'values');
const types = importsBetween(all, 'all');

/** "src/kernel" of "src/kernel/search/search.ts"; all kinds are one, so that another kind is no other circle. */
const feature = (file: string): string => {
  const [src, folder, , further] = file.split('/');
  return folder === 'domains' && further !== undefined ? 'src/domains/a kind' : `${src}/${folder}`;
};

const graph = (needs: Readonly<Record<string, readonly string[]>>): Graph =>
  new Map(Object.entries(needs).map(([name, own]) => [name, new Set(own)]));

describe('imports in a circle', () => {
  it('of values: none between files', () => {
    expect(circlesText(circles(values))).toBe('0 circles');
  });

  it('of types: none between files of several folders', () => {
    const across = circles(types).filter((circle) => new Set(circle.map(dirname)).size > 1);
    expect(circlesText(across)).toBe('0 circles');
  });

  it('of types: no more than now between files of one folder', () => {
    const found = circles(types);
    expect(found.length, circlesText(found)).toBeLessThanOrEqual(6);
  });

  it('of folders, each file counted as its whole folder: no more than now', () => {
    const byValues = circles(between(values, feature));
    const byTypes = circles(between(types, feature));
    expect(byValues.flat().length, `by values: ${circlesText(byValues)}`).toBeLessThanOrEqual(11);
    expect(byTypes.flat().length, `by types: ${circlesText(byTypes)}`).toBeLessThanOrEqual(17);
  });
});

describe('folders', () => {
  it('have at most 16 files side by side, but for the two that have one a command', () => {
    const most = new Map([
      ['src/cli/actions', 21],
      ['src/cli/commands', 21],
    ]);
    const full = filesBeside(all).filter(([folder, count]) => count > (most.get(folder) ?? 16));
    expect(full).toEqual([]);
  });
});

describe('the search for circles', () => {
  it('finds what needs itself by way of others, and leaves chains and what needs itself alone', () => {
    expect(circles(graph({ a: ['b'], b: ['c'], c: [] }))).toEqual([]);
    expect(circles(graph({ a: ['a'] }))).toEqual([]);
    expect(circles(graph({ a: ['b'], b: ['c'], c: ['a'], d: ['a'] }))).toEqual([['a', 'b', 'c']]);
    expect(circlesText([['a', 'b']])).toBe('1 circle\n  a, b');
  });

  it('sees folders in a circle where no files are', () => {
    const files = graph({ 'x/a': ['y/b'], 'y/b': [], 'y/c': ['x/d'], 'x/d': [] });
    expect(circles(files)).toEqual([]);
    expect(circles(between(files, dirname))).toEqual([['x', 'y']]);
  });
});
