import { describe, expect, it } from 'vitest';
import { auditRotation } from '../../../../src/domains/rotation/audit.ts';
import { records } from '../audit-fixture.ts';
import { best, type Keys, spot } from '../cases.ts';

/** a is owed since 10 March, and may be made good until 9 May 2025. */
const owed = (status: string, date: string, more: Keys = {}): Keys => ({
  date,
  breaks: [{ id: 'b', date, local: '20:14', seconds: 60, spots: 2 }],
  spots: [spot('a')],
  obligations: [{ spot: 'a', value: 20, status, created: '2025-03-10', expires: '2025-05-09' }],
  ...more,
});

/** Where a is in the log of that date, and the state in which the obligation leaves it. */
async function outcomeOf(keys: Keys): Promise<string> {
  const { settings, tables, instance, solution, log } = await best(keys);
  const audit = auditRotation(settings, tables, instance.schedule(solution.chosen));
  expect(audit.violations).toEqual([]);
  return [...log, ...records(audit.tables.obligations).map((row) => row.status)].join(', ');
}

describe('what is owed', () => {
  it.each([
    // Whatever state it is in, what nobody has settled is planned; the last date itself still counts.
    ['open', '2025-03-11', 'a b, booked'],
    ['offered', '2025-03-11', 'a b, booked'],
    ['approved', '2025-03-11', 'a b, booked'],
    ['booked', '2025-03-11', 'a b, booked'],
    ['open', '2025-05-09', 'a b, booked'],
    ['approved', '2025-05-09', 'a b, booked'],
    // After it nothing of it airs.
    ['open', '2025-05-10', 'expired'],
    ['approved', '2025-05-10', 'expired'],
    ['booked', '2025-05-10', 'expired'],
    // What is settled stays settled, before its last date and after it: money settles what was booked and never aired.
    ['aired', '2025-03-11', 'aired'],
    ['credited', '2025-03-11', 'credited'],
    ['expired', '2025-03-11', 'expired'],
    ['credited', '2025-06-01', 'credited'],
  ])('%s, on %s: %s', async (status, date, right) => {
    expect(await outcomeOf(owed(status, date))).toBe(right);
  });

  it('stays as it is where the log has no place for it', async () => {
    for (const status of ['open', 'offered', 'approved', 'booked'])
      expect(await outcomeOf(owed(status, '2025-03-11', { breaks: [] }))).toBe(status);
  });

  it('is settled once it has aired, as published or as it was seen', async () => {
    const published = [{ spot: 'a', break: 'b', position: 1 }];
    const keys = { now: '2025-03-11T20:30:00-04:00', published };
    expect(await outcomeOf(owed('booked', '2025-03-11', keys))).toBe('a b, aired');
    const seen = { ...keys, as_run: [{ spot: 'a', date: '2025-03-11', at: '20:14' }] };
    expect(await outcomeOf(owed('booked', '2025-03-11', seen))).toBe('a b, aired');
  });

  it('is owed still where it was booked and not seen on air', async () => {
    const published = [{ spot: 'a', break: 'b', position: 1 }];
    const keys = { now: '2025-03-11T20:30:00-04:00', published, as_run: [] };
    expect(await outcomeOf(owed('booked', '2025-03-11', keys))).toBe('booked');
  });
});
