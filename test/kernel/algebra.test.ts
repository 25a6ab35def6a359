import { describe, expect, it } from 'vitest';
import { algebra } from '../../src/kernel/algebra.ts';
import type { Limits } from '../../src/kernel/model.ts';
import { limitsOf, modelOf } from './made.ts';

const lines = (...text: readonly string[]): string => text.join('\n');

/** One rule over two candidates that score 12 and 8, without the line of the aim. */
const ruleLines = (limits: Limits): readonly string[] =>
  algebra(modelOf([12, 8], [limits]))
    .split('\n')
    .slice(1);

describe('a model as algebra', () => {
  it('prints the aim, what columns stand for, and a line for each group', () => {
    const capacity = { ...limitsOf('capacity', [0, 0], { most: [2] }), label: () => 'Monday 22 September' };
    const over = [
      [1, 200],
      [2, 400],
    ] as const;
    const fairness = { ...limitsOf('fairness', [0, 0], { over }), label: () => 'Ann' };
    const names = ['vin V1, person_id P1', 'vin V2, person_id P1'];
    expect(algebra(modelOf([12, 8], [capacity, fairness]), { candidate: (j) => names[j]! })).toBe(
      lines(
        'maximise 12 x1 + 8 x2 less the penalties of fairness',
        'x1: vin V1, person_id P1',
        'x2: vin V2, person_id P1',
        'capacity, Monday 22 September: x1 + x2 <= 2',
        'fairness, Ann: 200 for each of x1 + x2 above 1; 400 more above 2',
      ),
    );
  });

  it('leaves out what scores nothing, and prints a model of nothing', () => {
    expect(algebra(modelOf([0, 1, -3], []))).toBe('maximise x2 - 3 x3');
    expect(algebra(modelOf([], []))).toBe('maximise 0');
  });

  it('says how many objective units make a point, where it is not one', () => {
    expect(algebra(modelOf([1200], [], { unit: 100 }))).toBe(
      lines('100 objective units make one point', 'maximise 1200 x1'),
    );
  });

  it('prints priorities in their order, and the score last', () => {
    const priorities = [
      { name: 'priority spots', value: Float64Array.of(5, 0) },
      { name: 'airings', value: Float64Array.of(1, 1) },
    ];
    expect(algebra(modelOf([12, 8], [], { priorities }))).toBe(
      lines('first maximise priority spots: 5 x1', 'then maximise airings: x1 + x2', 'then maximise 12 x1 + 8 x2'),
    );
  });

  it('prints auxiliary columns with their range, their name and their score', () => {
    const auxiliary = { count: 2, most: Float64Array.of(3, Infinity), score: Float64Array.of(-2, 0) };
    const link = limitsOf('link', [0, -1, 0, -1], { use: [1, 0, -1, 0], most: [0] });
    expect(algebra(modelOf([12, 8], [link], { auxiliary }), { auxiliary: (k) => ['open', 'late'][k]! })).toBe(
      lines(
        'maximise 12 x1 + 8 x2 - 2 y1',
        'y1: open, a whole number from 0 to 3',
        'y2: late, a whole number from 0',
        'link, link 0: x1 - y1 <= 0',
      ),
    );
  });
});

describe('a limit as algebra', () => {
  it('is hard from above, from below, from both, or exact', () => {
    expect(ruleLines(limitsOf('slot', [0, 0], { most: [1] }))).toEqual(['slot, slot 0: x1 + x2 <= 1']);
    expect(ruleLines(limitsOf('need', [0, 0], { least: [1] }))).toEqual(['need, need 0: x1 + x2 >= 1']);
    expect(ruleLines(limitsOf('band', [0, 0], { least: [1], most: [2] }))).toEqual(['band, band 0: 1 <= x1 + x2 <= 2']);
    expect(ruleLines(limitsOf('pair', [0, 0], { least: [1], most: [1] }))).toEqual(['pair, pair 0: x1 + x2 = 1']);
  });

  it('charges use under a hinge, and under a second one more', () => {
    const under = [
      [1, 30],
      [2, 50],
    ] as const;
    expect(ruleLines(limitsOf('cover', [0, 0], { under }))).toEqual([
      'cover, cover 0: 50 for each of x1 + x2 below 2; 30 more below 1',
    ]);
  });

  it('is hard and soft in one line', () => {
    expect(ruleLines(limitsOf('cap', [0, 0], { most: [3], over: [[1, 6]] }))).toEqual([
      'cap, cap 0: x1 + x2 <= 3; 6 for each of x1 + x2 above 1',
    ]);
  });

  it('weighs each column by its use', () => {
    expect(ruleLines(limitsOf('budget', [0, 0], { use: [300, -1], most: [500] }))).toEqual([
      'budget, budget 0: 300 x1 - x2 <= 500',
    ]);
  });

  it('leaves out groups that are not limited, infinite bounds, and prices of nothing', () => {
    const slot = limitsOf('slot', [0, 1], { most: [Infinity, 1], least: [-Infinity, -Infinity], over: [[4, 0]] });
    expect(ruleLines(slot)).toEqual(['slot, slot 1: x2 <= 1']);
  });

  it('shows a group that no column is in, since its limit can still fail', () => {
    expect(ruleLines(limitsOf('need', [-1, -1], { groups: 1, least: [1] }))).toEqual(['need, need 0: 0 >= 1']);
  });

  it('leaves out a group that no column is in where nothing can be wrong with it', () => {
    const none = (bounds: Parameters<typeof limitsOf>[2]) =>
      ruleLines(limitsOf('cap', [-1, -1], { groups: 1, ...bounds }));
    expect(none({ most: [0], least: [0], over: [[0, 6]], under: [[0, 6]] })).toEqual([]);
    expect(none({ most: [-1] })).toEqual(['cap, cap 0: 0 <= -1']);
    expect(none({ under: [[1, 6]] })).toEqual(['cap, cap 0: 6 for each of 0 below 1']);
  });

  it('says which limits are lazy, and which are fixed by the question', () => {
    const clash = limitsOf('clash', [0, 0], { most: [1] });
    expect(ruleLines({ ...clash, lazy: true, fixed: true })).toEqual(['clash, clash 0 (lazy, fixed): x1 + x2 <= 1']);
  });

  it('adds up a column that is in a group more than once, and finds one that is in several groups', () => {
    const members = { start: Int32Array.of(0, 3, 4), group: Int32Array.of(0, 0, 1, 1) };
    const windows: Limits = { ...limitsOf('window', [], { groups: 2, most: [1, 1] }), members };
    expect(ruleLines(windows)).toEqual(['window, window 0: 2 x1 <= 1', 'window, window 1: x1 + x2 <= 1']);
  });
});
