import { describe, expect, it } from 'vitest';
import { bounded, feasible, priced, reproducible } from '../../src/audit/levels.ts';

describe('level 1, feasible', () => {
  it('passes without violations', () => {
    expect(feasible([], 1075)).toEqual({
      level: 1,
      name: 'feasible',
      passed: true,
      text: 'every hard rule holds for all 1,075 rows of the schedule',
    });
  });

  it('speaks of one row, and of none, as a person would', () => {
    expect(feasible([], 1).text).toBe('every hard rule holds for the one row of the schedule');
    expect(feasible([], 0).text).toBe('every hard rule holds for the empty schedule');
  });

  it('counts violations by rule and quotes the first', () => {
    const fault = (rule: string, text: string) => ({ rule, entity: 'V1', text });
    const level = feasible(
      [fault('capacity', 'too many'), fault('cooldown', 'too soon'), fault('capacity', 'more')],
      3,
    );
    expect(level.passed).toBe(false);
    expect(level.text).toBe('3 violations (capacity 2, cooldown 1); the first: too many');
  });
});

describe('level 2, priced', () => {
  it('passes when both prices are the same number', () => {
    expect(priced(81189, 81189)).toMatchObject({
      passed: true,
      text: expect.stringContaining('81,189 points, exactly'),
    });
  });

  it('fails at the smallest difference and shows both', () => {
    const level = priced(81188.99, 81189);
    expect(level.passed).toBe(false);
    expect(level.text).toContain('81,188.99 points, but the solver says 81,189');
  });
});

describe('level 3, bounded', () => {
  const base = { net: 81189, unit: 1, step: 1, optimal: true };

  it('is a proof where the gap is nothing', () => {
    const level = bounded({ ...base, bound: 81189000000000n });
    expect(level.passed).toBe(true);
    expect(level.text).toContain(
      'no schedule can net more than 81,189 points: what this one nets, so that none is better',
    );
  });

  it('is a proof where the gap is below the step of the objective', () => {
    const { passed, text } = bounded({ ...base, step: 50, bound: 81200400000000n });
    expect(passed).toBe(true);
    expect(text).toContain('81,200.4 points: 11.4 above this one, less than the 50 by which net scores differ');
  });

  it('is none where the gap is just that step: one better schedule has room in it', () => {
    const { text } = bounded({ ...base, optimal: false, step: 50, bound: 81239000000000n });
    expect(text).toContain('50 above this one, and the best schedule may lie anywhere between');
  });

  it('leaves the rest to branch and bound where the gap is wider', () => {
    const { passed, text } = bounded({ ...base, bound: 81190000001000n });
    expect(passed).toBe(true);
    expect(text).toContain('81,190.001 points: 1.001 above this one; branch and bound closed the rest');
  });

  it('says how far a stopped search may be from the best', () => {
    const { passed, text } = bounded({ ...base, optimal: false, bound: 82000000000000n });
    expect(passed).toBe(true);
    expect(text).toContain('811 above this one, and the best schedule may lie anywhere between');
  });

  it('reads objective units as fractions of a point', () => {
    const { text } = bounded({ net: 5025, unit: 100, step: 25, bound: 5030000000000n, optimal: true });
    expect(text).toContain('50.3 points: 0.05 above this one, less than the 0.25 by which');
  });

  it('fails where the proof contradicts the schedule', () => {
    const { passed, text } = bounded({ ...base, bound: 81188999999000n });
    expect(passed).toBe(false);
    expect(text).toBe('this schedule nets 81,189 points, 0.001 more than the shadow prices allow any');
  });

  it('fails where no schedule could exist', () => {
    expect(bounded({ ...base, bound: null }).passed).toBe(false);
  });
});

describe('level 4, reproducible', () => {
  const prints = {
    scenario: 'a'.repeat(64),
    data: 'b'.repeat(64),
    schedule: 'c'.repeat(64),
    engine: '0.1.0',
    solver: 'highs 1.15.3',
    seed: 42,
    method: 'sifting',
  };

  it('lists what was hashed', () => {
    const { passed, text } = reproducible(prints, false);
    expect(passed).toBe(true);
    expect(text).toBe(
      'scenario aaaaaaaaaaaa, data bbbbbbbbbbbb, engine 0.1.0, solver highs 1.15.3, method sifting and seed 42 ' +
        'give schedule cccccccccccc; evenhand verify runs it again and compares',
    );
  });

  it('fails when the clock stopped the search', () => {
    const { passed, text } = reproducible(prints, true);
    expect(passed).toBe(false);
    expect(text).toContain('a limit in seconds stopped the search');
  });
});
