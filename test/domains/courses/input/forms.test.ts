import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { formRows, forms } from '../../../../src/domains/courses/input/forms.ts';
import type { FormRow } from '../../../../src/policy/inline.ts';

const written = z.strictObject(forms);
/** The rows that a form says, each as "table at: its cells". */
function rowsOf(form: keyof typeof forms, value: unknown): readonly string[] {
  const parsed = written.parse({ [form]: value })[form];
  const rows = (formRows[form] as unknown as (value: unknown) => readonly FormRow[])(parsed);
  return rows.map(({ table, at, row }) => `${table} ${at.join('.')}: ${JSON.stringify(row)}`);
}
const isWrong = (form: string, value: unknown) => !written.safeParse({ [form]: value }).success;

describe('curricula', () => {
  it('with periods say which courses there are, and who takes them', () => {
    expect(rowsOf('curricula', { se2: { courses: { MATH: 6, PHYS: 4 } } })).toEqual([
      'curricula se2.courses.MATH: {"curriculum":"se2","course":"MATH"}',
      'courses se2.courses.MATH: {"course":"MATH","periods":6}',
      'curricula se2.courses.PHYS: {"curriculum":"se2","course":"PHYS"}',
      'courses se2.courses.PHYS: {"course":"PHYS","periods":4}',
    ]);
  });

  it('as a list say who takes courses that stand elsewhere, each at its place in the list', () => {
    expect(rowsOf('curricula', { se2: { courses: ['MATH', 1090] } })).toEqual([
      'curricula se2.courses.0: {"curriculum":"se2","course":"MATH"}',
      'curricula se2.courses.1: {"curriculum":"se2","course":"1090"}',
    ]);
  });

  it('say a shared course once for each curriculum, so that two lengths can be compared', () => {
    const rows = rowsOf('curricula', { a: { courses: { M: 6 } }, b: { courses: { M: 4 } } });
    expect(rows.filter((row) => row.startsWith('courses'))).toEqual([
      'courses a.courses.M: {"course":"M","periods":6}',
      'courses b.courses.M: {"course":"M","periods":4}',
    ]);
  });

  it('are wrong without courses, with other keys, and with periods that are no whole number', () => {
    const values = [{ a: {} }, { a: { courses: { M: 6 }, rooms: [] } }, { a: { courses: { M: 1.5 } } }, { a: ['M'] }];
    expect(values.map((value) => isWrong('curricula', value))).toEqual([true, true, true, true]);
  });
});

describe('unavailable times', () => {
  it('keep what is written; first and last periods become texts of a cell', () => {
    const blocks = [
      {
        course: 'M',
        day: 'wed',
        periods: [
          [0, 4],
          [6, 9],
        ],
      },
      { instructor: 'Ada', from: '13:00' },
      { curriculum: 'se2', to: 4 },
    ];
    expect(rowsOf('unavailable', blocks)).toEqual([
      'unavailable 0: {"course":"M","day":"wed","periods":["0-4","6-9"]}',
      'unavailable 1: {"instructor":"Ada","from":"13:00"}',
      'unavailable 2: {"curriculum":"se2","to":4}',
    ]);
  });

  it('are wrong with negative periods, half a range, no range, and a day that no week has', () => {
    const values = [{ periods: [[-1, 2]] }, { periods: [[1]] }, { periods: [] }, { day: 'wednesday' }];
    expect(values.map((value) => isWrong('unavailable', [{ course: 'M', ...value }]))).toEqual(new Array(4).fill(true));
  });
});

describe('locks', () => {
  it('are a row for each meeting, at its place', () => {
    const at = [
      { day: 'tue', start: 10, len: 3 },
      { day: 'thu', start: '13:30', len: 3 },
    ];
    expect(
      rowsOf('locks', [
        { course: 'A', at: at.slice(0, 1) },
        { course: 'M', at },
      ]),
    ).toEqual([
      'locks 0.at.0: {"course":"A","day":"tue","start":10,"periods":3}',
      'locks 1.at.0: {"course":"M","day":"tue","start":10,"periods":3}',
      'locks 1.at.1: {"course":"M","day":"thu","start":"13:30","periods":3}',
    ]);
  });

  it('are wrong without a course, a day, a start or a length', () => {
    const whole = { day: 'tue', start: 10, len: 3 };
    const without = (key: keyof typeof whole) => ({ course: 'M', at: [{ ...whole, [key]: undefined }] });
    const values = [{ at: [whole] }, { course: 'M', at: [] }, without('day'), without('start'), without('len')];
    expect(values.map((value) => isWrong('locks', [value]))).toEqual(new Array(5).fill(true));
    expect(isWrong('locks', [{ course: 'M', at: [whole] }])).toBe(false);
  });
});
