import { describe, expect, it } from 'vitest';
import { folded, wrapped } from '../../../src/cli/terminal/text.ts';

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
        1,
        ' ',
      ),
    ).toEqual([
      [' n  label', ' 1      a'],
      [` n  ${long}`, ` 1  ${' '.repeat(75)}b`],
    ]);
  });
});
