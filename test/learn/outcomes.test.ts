import { describe, expect, it } from 'vitest';
import { type Outcome, trialsOf } from '../../src/learn/outcomes.ts';

const outcome = (at: number, value: number, group = 'a'): Outcome => ({ group, at, weekday: 0, hour: 9, value });
const verdicts = (outcomes: readonly Outcome[], options = { least: 2 }) =>
  trialsOf(outcomes, options).map(({ at, success }) => [at, success]);

describe('trials of outcomes', () => {
  it('hold an outcome against the median of those before it', () => {
    expect(verdicts([outcome(1, 3), outcome(2, 5), outcome(3, 4), outcome(4, 6), outcome(5, 4.4)])).toEqual([
      [3, false], // 4 against 3 and 5: equal to the median is no success
      [4, true], // 6 against 3, 4, 5
      [5, false], // 4.4 against 3, 4, 5, 6
    ]);
  });

  it('compare outcomes of one group only', () => {
    expect(verdicts([outcome(1, 1), outcome(2, 1), outcome(3, 100, 'b'), outcome(4, 2)])).toEqual([[4, true]]);
  });

  it('look back no further than the window', () => {
    const options = { least: 2, window: 2 };
    expect(verdicts([outcome(1, 9), outcome(2, 1), outcome(3, 1), outcome(4, 2)], options)).toEqual([
      [3, false],
      [4, true],
    ]);
  });

  it('take no outcome of the same instant for an earlier one', () => {
    expect(verdicts([outcome(1, 1), outcome(2, 2), outcome(3, 5), outcome(3, 1)])).toEqual([
      [3, false],
      [3, true],
    ]);
  });

  it('are the same in any order of rows', () => {
    const all = [5, 2, 8, 2, 9, 1, 4].map((value, at) => outcome(Math.floor(at / 2), value));
    expect(trialsOf(all.toReversed(), { least: 2 })).toEqual(trialsOf(all, { least: 2 }));
  });

  it('judge no outcome before there are ten earlier ones', () => {
    const all = Array.from({ length: 12 }, (_, at) => outcome(at, at));
    expect(trialsOf(all).map(({ at }) => at)).toEqual([10, 11]);
  });

  it('refuse what is no slot of a week, by row', () => {
    expect(() => trialsOf([outcome(1, 1), { ...outcome(2, 1), weekday: 7, hour: 24, value: Number.NaN }])).toThrow(
      [
        'outcome 2: the weekday is 7, not a whole number from 0 to 6',
        'outcome 2: the hour is 24, not a whole number from 0 to 23',
        'outcome 2: the value is NaN, not a number',
      ].join('\n'),
    );
  });
});
