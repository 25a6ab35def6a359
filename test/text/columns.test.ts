import { describe, expect, it } from 'vitest';
import { columnsOf, fittedTo } from '../../src/text/columns.ts';

describe('columns of a terminal', () => {
  it('counts letters of East Asia twice, and accents that stand by themselves not', () => {
    expect([columnsOf('MATH'), columnsOf('数学'), columnsOf('e\u0301a'), columnsOf('')]).toEqual([4, 4, 2, 0]);
  });

  it('fills a text, or cuts it with an ellipsis, to exactly so many', () => {
    expect(fittedTo('MATH', 6)).toBe('MATH  ');
    expect(fittedTo('MATH20', 6)).toBe('MATH20');
    expect(fittedTo('MATH2010', 6)).toBe('MATH2…');
    // The third letter would need two columns, and one is left.
    expect(fittedTo('数学概論', 6)).toBe('数学… ');
    expect(columnsOf(fittedTo('数学概論', 6))).toBe(6);
  });
});
