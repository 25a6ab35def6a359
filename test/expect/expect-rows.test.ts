import { describe, expect, it } from 'vitest';
import { checkExpectations } from '../../src/expect/expect.ts';
import { sampleRun } from '../runs/sample-run.ts';

const judged = (assignments: unknown) =>
  checkExpectations(sampleRun(), { assignments }).map(({ passed, text }) => [passed, text]);

describe('rows that a schedule must hold', () => {
  it('are there by any of their fields', () => {
    expect(judged({ must: [{ vin: 'V1' }, { vin: 'V2', start_day: '2025-09-23' }] })).toEqual([
      [true, 'one row has vin V1, as expected'],
      [true, 'one row has vin V2 and start_day 2025-09-23, as expected'],
    ]);
  });

  it('fail where one row has one field and another row the other', () => {
    expect(judged({ must: [{ vin: 'V1', start_day: '2025-09-23' }] })).toEqual([
      [false, 'no row has vin V1 and start_day 2025-09-23, and one must'],
    ]);
  });

  it('stand beside what is expected of the number', () => {
    expect(judged({ min: 3, must: [{ vin: 'V1' }] })).toEqual([
      [false, 'assignments is 2, expected at least 3'],
      [true, 'one row has vin V1, as expected'],
    ]);
  });

  it('fail with the columns there are where the schedule has no such column', () => {
    expect(judged({ must: [{ wheel: '4' }] })[0]![1]).toMatch(/no column wheel\. Maybe one of: vin, partner/);
  });

  it('fail where there is no schedule', () => {
    const [found] = checkExpectations(sampleRun({ tables: {} }), { assignments: { must_not: [{ vin: 'V1' }] } });
    expect(found).toMatchObject({ passed: false, text: 'there is no schedule in which a row could have vin V1' });
  });
});

describe('rows that a schedule must not hold', () => {
  it('are not there', () => {
    expect(judged({ must_not: [{ vin: 'V3' }, { vin: 'V2' }] })).toEqual([
      [true, 'no row has vin V3, as expected'],
      [false, 'one row has vin V2, and none may'],
    ]);
  });
});
