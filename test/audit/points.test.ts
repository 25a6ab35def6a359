import { describe, expect, it } from 'vitest';
import { chargeOf, MICRO, netOf, over } from '../../src/audit/points.ts';

describe('charges', () => {
  it('are for what lies beyond a limit, where there is one', () => {
    expect([over(12, 10), over(10, 10), over(3, 10), over(12, null)]).toEqual([2, 0, 0, 0]);
  });

  it('add up over hinges', () => {
    const stepped = [
      { at: 1, price: 200 },
      { at: 2, price: 400 },
    ];
    expect([0, 1, 2, 3, 4].map((loans) => chargeOf(loans, stepped))).toEqual([0, 0, 200, 800, 1400]);
  });
});

describe('the net score', () => {
  it('is exact in fractions of a point, divided once', () => {
    const tenth = MICRO / 10;
    expect(netOf({ raw: 3 * tenth, penalties: { a: tenth, b: tenth }, unit: MICRO })).toEqual({
      a: 0.1,
      b: 0.1,
      total_penalties: 0.2,
      net_score: 0.1,
    });
  });

  it('is what penalties take away where nothing is scored, and never minus nothing', () => {
    expect(netOf({ penalties: { a: 5 }, unit: 1 }).net_score).toBe(-5);
    expect(netOf({ penalties: { a: 0 }, unit: 1 }).net_score).toBe(0);
  });
});
