import { describe, expect, it } from 'vitest';
import { audited, broken, type Given } from './audit-fixture.ts';

// In UTC: a break of 60 s at 20:39:30, a live event from 20:40 to 21:00, a break of 60 s at 21:30.
const given: Given = {
  breaks: [
    { id: 'early', local: '20:39:30', seconds: 60 },
    { id: 'late', local: '21:30:00', seconds: 60 },
  ],
  preemptions: [{ from: '20:40:00', live_end: '21:00:00', reason: 'overtime' }],
  spots: [{ id: 's' }, { id: 't', advertiser: 'B' }],
  published: [
    { spot: 's', break: 'early', position: 1 },
    { spot: 't', break: 'early', position: 2 },
  ],
};

describe('the auditor during a live event', () => {
  it('lets no spot begin: the break ends where the event begins', () => {
    expect(broken(given, {}, 's early', 't late')).toEqual([]);
    const { violations } = audited(given, {}, 's early', 't early');
    expect(violations.map(({ rule, text }) => `${rule}: ${text}`)).toEqual([
      'preemption: t in early would begin at 20:40, in the live event (overtime) from 20:40 to 21:00',
      'capacity: early holds 60 s of spots and guards: it has 30 s',
    ]);
  });

  it('asks of what was published there only that it began before', () => {
    const now = '2025-03-10T20:45:00Z';
    expect(broken(given, { now }, 's early', 't late')).toEqual([]);
    expect(broken(given, { now }, 't early', 's late')).toEqual(['aired s', 'aired t']);
  });

  it('counts a spot whose time was taken as changed, wherever it airs', () => {
    const { tables } = audited(given, {}, 't early', 's late');
    expect(tables.changes!.rows.map(([spot, change]) => `${spot} ${change}`)).toEqual(['s moved', 't moved']);
  });
});
