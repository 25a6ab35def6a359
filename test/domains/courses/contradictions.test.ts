import { describe, expect, it } from 'vitest';
import { judge, type Keys, open, placement, solved } from './weeks.ts';

const week = (keys: Keys): Keys => ({
  week: { days: ['mon', 'tue'], periods: 3, first: '09:00', minutes: 60 },
  patterns: { 1: [['mon:1'], ['tue:1']] },
  courses: ['A', 'B'].map((course) => ({ course, periods: 1 })),
  ...keys,
});

describe('rows that say one thing twice are refused', () => {
  it('a time by its number and by the clock', () => {
    const times = [
      { course: 'A', start: 0, points: 2 },
      { course: 'A', start: '09:00', points: 5 },
    ];
    expect(() => open(week({ allowed_times: times }))).toThrow(
      'allowed_times has more than one row for A, any pattern, at 09:00, and only one can count',
    );
  });

  it('students of two courses, and the way between two buildings, in either order', () => {
    const pairs = [
      { first: 'A', second: 'B', students: 2 },
      { first: 'B', second: 'A', students: 2 },
    ];
    expect(() => open(week({ common_students: pairs }))).toThrow('common_students has more than one row for A and B');
    const rooms = ['X', 'Y'].map((building) => ({ room: `${building}1`, seats: 9, building }));
    const travel = [
      { from: 'X', to: 'Y', minutes: 0 },
      { from: 'Y', to: 'X', minutes: 60 },
    ];
    expect(() => open(week({ rooms, travel }))).toThrow('travel has more than one row for X and Y');
  });
});

describe('a course whose meetings are on days that nobody lists', () => {
  const free = (allowed: readonly string[]) =>
    week({
      courses: [{ course: 'A', periods: 2, meetings: 2 }],
      allowed_times: allowed.map((pattern) => ({ course: 'A', pattern })),
    });

  it('cannot be allowed meetings of another length, or of two days at once', () => {
    expect(() => open(free(['mon:2']))).toThrow(
      'allowed_times gives A mon:2, and each meeting of it has 1 period on one day',
    );
    expect(() => open(free(['mon:1+tue:1']))).toThrow('allowed_times gives A mon:1+tue:1');
  });

  it('has no meeting in some weeks only, unless its times say so', async () => {
    const rows = ['A mon:1+weeks:odd 09:00', 'A tue:1 09:00'].map(placement);
    const faults = (keys: Keys) => judge(open(keys), rows).violations.map(({ text }) => text);
    expect(faults(free(['mon:1+weeks:odd', 'tue:1']))).toEqual([]);
    expect(faults(week({ courses: [{ course: 'A', periods: 2, meetings: 2 }] }))).toEqual([
      'mon:1+weeks:odd is none of the patterns of A',
    ]);
    expect((await solved(free(['mon:1', 'tue:1']))).audit.violations).toEqual([]);
  });
});
