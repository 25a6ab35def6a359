import { describe, expect, it } from 'vitest';
import { numbers } from '../../bench/instances.ts';
import { envelope, type Line, valueAt } from '../../src/breakpoints/envelope.ts';

const line = (first: number, last: number): Line => ({ first: BigInt(first), last: BigInt(last) });

/** A solver that looks at every line, and counts how often it was asked. */
function among(lines: readonly Line[], n: number) {
  const asked: number[] = [];
  const solve = async (place: number) => {
    asked.push(place);
    const best = lines.reduce((a, b) => (valueAt(b, place, n) > valueAt(a, place, n) ? b : a));
    return { line: best, answer: lines.indexOf(best) };
  };
  return { asked, solve };
}

describe('the upper envelope of lines', () => {
  it('is one stretch where one line is always best', async () => {
    const { solve, asked } = among([line(10, 10), line(0, 5)], 100);
    const { stretches } = await envelope(100, solve);
    expect(stretches).toMatchObject([{ from: 0, to: 100, answer: 0 }]);
    expect(asked).toEqual([0, 100]);
  });

  it('changes where two lines meet, and both are best there', async () => {
    const { stretches } = await envelope(10, among([line(10, 0), line(0, 10)], 10).solve);
    expect(stretches).toMatchObject([
      { from: 0, to: 5, answer: 0 },
      { from: 5, to: 10, answer: 1 },
    ]);
  });

  it('changes between two places where lines meet in between', async () => {
    const { stretches } = await envelope(9, among([line(9, 0), line(0, 9)], 9).solve);
    expect(stretches).toMatchObject([
      { from: 0, to: 4 },
      { from: 5, to: 9 },
    ]);
  });

  it('has one place where the grid has one', async () => {
    const { stretches } = await envelope(0, among([line(3, 3)], 0).solve);
    expect(stretches).toMatchObject([{ from: 0, to: 0 }]);
  });

  it.each(Array.from({ length: 200 }, (_, seed) => seed))(
    'equals a scan of every place, random lines %i',
    async (seed) => {
      const below = numbers(seed + 31);
      const n = 1 + below(60);
      const lines = Array.from({ length: 1 + below(12) }, () => line(below(200) - 100, below(200) - 100));
      const { solve, asked } = among(lines, n);
      const { stretches } = await envelope(n, solve);
      for (let place = 0; place <= n; place++) {
        const best = lines.map((one) => valueAt(one, place, n)).reduce((a, b) => (b > a ? b : a));
        const here = stretches.filter(({ from, to }) => from <= place && place <= to);
        expect(here.length).toBeGreaterThan(0);
        for (const { line: own } of here) expect(valueAt(own, place, n)).toBe(best);
      }
      // No stretch ends early: its line is beaten right outside it.
      for (const { from, to, line: own } of stretches)
        for (const place of [from - 1, to + 1].filter((at) => at >= 0 && at <= n)) {
          const best = lines.map((one) => valueAt(one, place, n)).reduce((a, b) => (b > a ? b : a));
          expect(valueAt(own, place, n)).toBeLessThan(best);
        }
      expect(new Set(asked).size).toBe(asked.length);
    },
  );
});
