import { describe, expect, it } from 'vitest';
import { fitted, folded, wrapped } from '../../../src/cli/terminal/text.ts';

describe('a sentence in a terminal', () => {
  it('is broken between words, the lines after the first set in', () => {
    const lines = wrapped(`${'eight888 '.repeat(10)}end`, '  ', '    ');
    expect(lines).toEqual([`  ${'eight888 '.repeat(8).trimEnd()}`, `      ${'eight888 '.repeat(2)}end`]);
  });

  it('keeps a word whole that is longer than a line', () => {
    expect(wrapped(`see ${'x'.repeat(90)}`)).toEqual(['see', 'x'.repeat(90)]);
  });
});

describe('a table in a terminal', () => {
  it('stands in blocks where it is too wide, each with the first columns', () => {
    const long = 'y'.repeat(76);
    expect(
      folded(
        [
          ['n', 'label', long],
          ['1', 'a', 'b'],
        ],
        { first: 1, indent: ' ' },
      ),
    ).toEqual([
      [' n  label', ' 1      a'],
      [` n  ${long}`, ` 1  ${' '.repeat(75)}b`],
    ]);
  });
});

describe('a table that fits a terminal', () => {
  const table = {
    head: ['scenario', 'status', 'score', 'note'],
    rows: [
      ['a', 'optimal', '1', 'short'],
      ['b@long_name', 'optimal', '20', 'a sentence of several words'],
    ],
    right: [2],
  };
  const width = (lines: readonly string[]) => Math.max(...lines.map((line) => line.length));

  it('is whole where there is room', () => {
    expect(fitted(table, 80)).toEqual([
      'scenario     status   score  note',
      'a            optimal      1  short',
      'b@long_name  optimal     20  a sentence of several words',
    ]);
  });

  it('says once what is the same in all rows, where there is less', () => {
    expect(fitted(table, 50)).toEqual([
      'scenario     score  note',
      'a                1  short',
      'b@long_name     20  a sentence of several words',
      '',
      'the same in all: status optimal',
    ]);
  });

  it('stands in blocks with the names again, where there is less still', () => {
    expect(fitted(table, 40)).toEqual([
      'scenario     score',
      'a                1',
      'b@long_name     20',
      '',
      'scenario     note',
      'a            short',
      'b@long_name  a sentence of several words',
      '',
      'the same in all: status optimal',
    ]);
  });

  it('is a list, row by row, in the narrowest', () => {
    const lines = fitted(table, 24);
    expect(lines.slice(4)).toEqual([
      'b@long_name',
      '  score  20',
      '  note   a sentence of',
      '         several words',
      '',
      'the same in all: status',
      '  optimal',
    ]);
    expect(width(lines)).toBeLessThanOrEqual(24);
  });
});
