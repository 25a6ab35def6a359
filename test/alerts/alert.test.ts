import { describe, expect, it } from 'vitest';
import { alarmOf, alarmText } from '../../src/alerts/alert.ts';
import type { Alert, Domain } from '../../src/domain.ts';
import type { Run } from '../../src/runs/run.ts';
import { errands } from '../pipeline/errands.ts';
import { sampleRun } from '../runs/sample-run.ts';

/** Errands that are late: `late` of `all`. */
function lateOf(late: number, all: number, more: Partial<Alert> = {}): readonly Domain[] {
  const alert: Alert = {
    ...{ name: 'late', label: 'late', noun: ['errand', 'errands'], table: 'delays' },
    of: () => all,
    rows: () =>
      Array.from({ length: late }, (_, n) => ({
        ...{ name: `e${n}`, fields: { id: `e${n}` } },
        ...(n % 2 === 0 ? { what: 'late', text: 'a day late' } : { what: 'missing', text: 'not done' }),
      })),
    limit: () => 0.05,
    ...more,
  };
  return [{ ...(errands as unknown as Domain), alert }];
}

const run = (more: Partial<Run> = {}) => sampleRun({ kind: 'errands', ...more });

describe('the alarm of a kind', () => {
  it.each([
    [1, 20, false],
    [2, 20, true],
    [0, 0, false],
    [1, 30, false],
    [2, 30, true],
  ])('of %i in %i is raised: %s, above 5 %', (late, all, raised) => {
    expect(alarmOf(run(), { kinds: lateOf(late, all) })).toMatchObject({ raised, count: late, of: all, limit: 0.05 });
  });

  it('is held against another limit where one is asked for, the limit itself included in what is fine', () => {
    expect(alarmOf(run(), { kinds: lateOf(7, 100), limit: 0.07 })?.raised).toBe(false);
    expect(alarmOf(run(), { kinds: lateOf(8, 100), limit: 0.07 })?.raised).toBe(true);
  });

  it('is none without a schedule, without a limit, and of a kind that watches nothing', () => {
    expect(alarmOf(run({ status: 'infeasible' }), { kinds: lateOf(2, 20) })).toBeUndefined();
    const { limit: _, ...boundless } = lateOf(2, 20)[0]!.alert!;
    expect(alarmOf(run(), { kinds: [{ ...lateOf(2, 20)[0]!, alert: boundless }] })).toBeUndefined();
    expect(alarmOf(run(), { kinds: [errands as unknown as Domain], limit: 0.1 })).toBeUndefined();
  });
});

describe('an alarm in words', () => {
  const textOf = (late: number, all: number) => alarmText(alarmOf(run(), { kinds: lateOf(late, all) })!);
  it('names the share, the limit and the rows, what happened first', () => {
    expect(textOf(3, 12)).toBe('alert: 3 of 12 errands late (25%, above 5%): late e0, e2; missing e1');
  });
  it('says that there is none', () => {
    expect(textOf(0, 1)).toBe('no alert: 0 of 1 errand late (0%, up to 5%)');
    expect(textOf(1, 20)).toBe('no alert: 1 of 20 errands late (5%, up to 5%): late e0');
  });
  it('names twelve, and the table of all', () => {
    expect(textOf(14, 20)).toMatch(/: late e0, e2, e4, e6, e8, e10; missing e1, .*, e11 and 2 more in delays\.csv$/);
  });
});
