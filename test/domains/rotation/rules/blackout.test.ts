import { describe, expect, it } from 'vitest';
import { auditRotation } from '../../../../src/domains/rotation/audit.ts';
import { best, breaksAt, prepare, spot } from '../cases.ts';
import { filtersOf } from '../rule-case.ts';

describe('blackouts', () => {
  it('close the breaks that reach into them to those that they name', () => {
    const keys = {
      breaks: breaksAt('20:00', '20:02'),
      spots: [spot('s1'), spot('s2', { advertiser: 'B' })],
      blackouts: [{ advertiser: 'A', from: '20:01', to: '20:02' }],
    };
    expect(filtersOf(keys, 's1 b2000')).toMatchInlineSnapshot(`
      "blackouts removes 1, leaves 3: a blackout covers the break
      b2000 (20:00) reaches into the blackout of A, 20:01 to 20:02"
    `);
  });

  it('close the end of one date and the begin of the next, where they reach over the hour at which dates begin', async () => {
    const keys = {
      market: { zone: 'America/New_York', day_start: '06:00', prime: { from: '06:00', to: '06:00' } },
      breaks: breaksAt('06:30', '07:30', '05:30'),
      spots: [spot('s1')],
      blackouts: [{ from: '05:00', to: '07:00' }],
    };
    const { log, settings, tables } = await best(keys);
    expect(log).toEqual(['s1 b0730']);
    const broken = (at: string) =>
      auditRotation(settings, tables, [{ spot: 's1', break: at, position: 1 }]).violations.map(({ rule }) => rule);
    expect(['b0630', 'b0730', 'b0530'].map(broken)).toEqual([['blackout'], [], ['blackout']]);
  });

  it.each([
    ['ends before it begins', { from: '2025-03-10T21:00:00-04:00', to: '2025-03-10T20:00:00-04:00' }],
    ['is an instant at one end only', { from: '20:00', to: '2025-03-10T21:00:00-04:00' }],
  ])('that %s closes nothing: it is refused', (_, blackout) => {
    const { data } = prepare({ breaks: breaksAt('20:00'), spots: [spot('s1')], blackouts: [blackout] });
    expect(data.quarantined).toMatchObject([{ table: 'blackouts', column: 'to', forbids: true }]);
  });

  it('and a preemption that ends before it begins displaces nothing: it is refused', () => {
    const preemptions = [{ from: '21:00', live_end: '20:30' }];
    const { data } = prepare({ breaks: breaksAt('20:00'), spots: [spot('s1')], preemptions });
    expect(data.quarantined).toMatchObject([{ table: 'preemptions', column: 'live_end', forbids: true }]);
  });
});
