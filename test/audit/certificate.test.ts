import { describe, expect, it } from 'vitest';
import { BILLION, certify } from '../../src/audit/certificate.ts';
import type { PlainHinge, PlainLimits } from '../../src/audit/plain.ts';
import { bestByTrying, tiny } from './tiny.ts';

const hinge = (price: number, ...at: number[]): PlainHinge => ({ at: Float64Array.from(at), price });
const prices = (...sets: number[][]) =>
  sets.map((set) => Float64Array.from(set, (price) => Math.round(price * BILLION)));
const units = (value: number) => BigInt(Math.round(value * BILLION));
const one = { group: Int32Array.of(0, 0, 0), use: Float64Array.of(1, 1, 1) };

describe('a bound that equals the best schedule', () => {
  it('three cars for two slots: the third score is the price of a slot', () => {
    const model = tiny([5, 3, 2], [{ rule: 'capacity', groups: 1, members: one, most: Float64Array.of(2) }]);
    expect(certify(model, prices([2]))).toBe(units(8));
    expect(bestByTrying(model)).toBe(8);
  });

  it('fairness in steps: each marginal penalty is a price', () => {
    const model = tiny(
      [1000, 1000, 1000],
      [{ rule: 'fairness', groups: 1, members: one, over: [hinge(200, 1), hinge(400, 2)] }],
    );
    expect(bestByTrying(model)).toBe(2200);
    expect(certify(model, prices([600]))).toBe(units(2200));
  });

  it('two limits at once: vehicles once a week and slots of a day', () => {
    // columns: vehicle 0 on day 0 and 1, vehicle 1 on day 0 and 1; one slot a day
    const model = tiny(
      [10, 6, 9, 2],
      [
        { rule: 'vehicle', groups: 2, members: { group: Int32Array.of(0, 0, 1, 1) }, most: Float64Array.of(1, 1) },
        { rule: 'day', groups: 2, members: { group: Int32Array.of(0, 1, 0, 1) }, most: Float64Array.of(1, 1) },
      ],
    );
    expect(bestByTrying(model)).toBe(15);
    expect(certify(model, prices([6, 5], [4, 0]))).toBe(units(15));
  });

  it('a class that must have cover: least 1 is priced below 0', () => {
    const model = tiny(
      [-7, -4],
      [{ rule: 'cover', groups: 1, members: { group: Int32Array.of(0, 0) }, least: Float64Array.of(1) }],
    );
    expect(bestByTrying(model)).toBe(-4);
    expect(certify(model, prices([-4]))).toBe(units(-4));
  });

  it('cover that may be missed at a price', () => {
    const model = tiny(
      [-7, -9],
      [{ rule: 'cover', groups: 1, members: { group: Int32Array.of(0, 0) }, under: [hinge(8, 1)] }],
    );
    expect(bestByTrying(model)).toBe(-7);
    expect(certify(model, prices([-7]))).toBe(units(-7));
  });

  it('points priced in hundredths of a point', () => {
    const model = tiny(
      [500, 300],
      [{ rule: 'slots', groups: 1, members: { group: Int32Array.of(0, 0) }, most: Float64Array.of(1) }],
      {
        unit: 100,
      },
    );
    expect(certify(model, prices([3]))).toBe(units(500));
  });
});

describe('uses that come in steps', () => {
  const cost = (most: number) =>
    tiny(
      [9, 9, 9],
      [
        {
          rule: 'budgets',
          groups: 1,
          members: { group: Int32Array.of(0, 0, 0), use: Float64Array.of(1000, 1000, 1000) },
          most: Float64Array.of(most),
        },
      ],
    );

  it('a hard budget of 2.5 loans buys two', () => {
    expect(bestByTrying(cost(2500))).toBe(18);
    expect(certify(cost(2500), prices([0.009]))).toBe(units(18));
  });

  it('a soft budget lets the first loan over pay only for its part above', () => {
    const members = { group: Int32Array.of(0, 0), use: Float64Array.of(1000, 1000) };
    const model = tiny([2000, 2000], [{ rule: 'budgets', groups: 1, members, over: [hinge(3, 1500)] }]);
    expect(bestByTrying(model)).toBe(2500);
    expect(certify(model, prices([1.7]))).toBe(units(2500));
  });

  it('unequal uses share their greatest common divisor', () => {
    const members = { group: Int32Array.of(0, 0), use: Float64Array.of(400, 600) };
    const model = tiny([0, 0], [{ rule: 'budgets', groups: 1, members, most: Float64Array.of(799) }]);
    expect(certify(model, prices([1]))).toBe(units(600));
  });
});

describe('odd shapes', () => {
  it('a use below 0 lowers what the group can reach', () => {
    const members = { group: Int32Array.of(0, 0), use: Float64Array.of(2, -1) };
    const model = tiny([5, -1], [{ rule: 'balance', groups: 1, members, most: Float64Array.of(1) }]);
    expect(bestByTrying(model)).toBe(4);
    expect(certify(model, prices([1]))).toBe(units(4));
  });

  it('an auxiliary column counts as often as its most', () => {
    const model = tiny(
      [],
      [{ rule: 'room', groups: 1, members: { group: Int32Array.of(0) }, most: Float64Array.of(2) }],
      {
        auxiliary: { most: [3], score: [4] },
      },
    );
    expect(bestByTrying(model)).toBe(8);
    expect(certify(model, prices([0]))).toBe(units(12));
    expect(certify(model, prices([4]))).toBe(units(8));
  });

  it('no schedule exists where a least cannot be reached', () => {
    const model = tiny(
      [1, 1],
      [{ rule: 'cover', groups: 1, members: { group: Int32Array.of(0, 0) }, least: Float64Array.of(3) }],
    );
    expect(certify(model, prices([0]))).toBeNull();
  });

  it('no schedule exists where no multiple of the uses is allowed', () => {
    const members = { group: Int32Array.of(0, 0), use: Float64Array.of(2, 2) };
    const model = tiny(
      [1, 1],
      [{ rule: 'pairs', groups: 1, members, least: Float64Array.of(1), most: Float64Array.of(1) }],
    );
    expect(certify(model, prices([0]))).toBeNull();
  });

  it('infinite limits and hinges are none', () => {
    const model = tiny(
      [5, 3],
      [
        {
          rule: 'caps',
          groups: 1,
          members: { group: Int32Array.of(0, 0) },
          most: Float64Array.of(Infinity),
          least: Float64Array.of(-Infinity),
          over: [hinge(800, Infinity)],
        },
      ],
    );
    expect(certify(model, prices([0]))).toBe(units(8));
  });

  it('a bound of nothing is 0', () => {
    expect(certify(tiny([], []), [])).toBe(0n);
  });
});

describe('exactness', () => {
  it('holds where doubles would round', () => {
    const huge = 2 ** 52 - 1;
    const model = tiny([huge, huge, 1], [{ rule: 'day', groups: 1, members: one, most: Float64Array.of(3) }]);
    expect(certify(model, prices([0]))).toBe((2n * BigInt(huge) + 1n) * BigInt(BILLION));
  });

  it('holds where only the sum leaves the exact range', () => {
    const score = 4_000_001;
    const members = { group: new Int32Array(11) };
    const model = tiny(
      Array.from({ length: 11 }, () => score),
      [{ rule: 'day', groups: 1, members, most: Float64Array.of(4) }],
    );
    // a price of one billionth makes every term odd, so that a sum in doubles would lose it
    expect(certify(model, [Float64Array.of(1)])).toBe(11n * (BigInt(score) * BigInt(BILLION) - 1n) + 4n);
  });

  it('holds for prices that only together with the objective unit are too large for doubles', () => {
    const members = { group: Int32Array.of(0, 0) };
    const model = tiny([15_000_000, 13_000_000], [{ rule: 'day', groups: 1, members, most: Float64Array.of(1) }], {
      unit: 10_000,
    });
    expect(certify(model, prices([1300]))).toBe(units(15_000_000));
  });

  it('holds where a candidate of many groups pays more than doubles hold, though no single price does', () => {
    const members = { start: Int32Array.of(0, 3), group: Int32Array.of(0, 1, 2) };
    const model = tiny([0], [{ rule: 'days', groups: 3, members, most: Float64Array.of(1, 1, 1) }]);
    const price = 1 - 2 ** 52;
    expect(certify(model, [Float64Array.of(price, price, price)])).toBe(3n * BigInt(-price));
  });

  it('refuses a fractional price, score, use or hinge', () => {
    const day = (part: Partial<PlainLimits>) => tiny([1, 1, 1], [{ rule: 'day', groups: 1, members: one, ...part }]);
    expect(() => certify(day({}), [Float64Array.of(0.5)])).toThrow('the shadow price of day, day 0, is 0.5');
    expect(() => certify(tiny([1.5], []), [])).toThrow('the score of column 0 is 1.5');
    expect(() => certify(day({ members: { group: one.group, use: Float64Array.of(1, 0.5, 1) } }), prices([0]))).toThrow(
      'a use in day is 0.5',
    );
    expect(() => certify(day({ over: [hinge(5, 0.5)] }), prices([0]))).toThrow('a hinge of day is');
  });

  it('refuses prices that do not match the limits', () => {
    const model = tiny([1, 1, 1], [{ rule: 'day', groups: 1, members: one }]);
    expect(() => certify(model, [])).toThrow('0 sets of shadow prices for 1 sets of limits');
    expect(() => certify(model, prices([1, 2]))).toThrow('2 shadow prices for the 1 limits of day');
  });

  it('refuses a penalty below 0', () => {
    const model = tiny([1, 1, 1], [{ rule: 'day', groups: 1, members: one, over: [hinge(-5, 1)] }]);
    expect(() => certify(model, prices([0]))).toThrow('the penalty of day is -5, below 0');
  });
});
