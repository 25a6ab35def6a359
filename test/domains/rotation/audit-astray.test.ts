import { describe, expect, it } from 'vitest';
import { audited, records } from './audit-fixture.ts';

const breaks = ['20:00:00', '21:00:00'].map((local, n) => ({ id: 'bc'[n]!, local, seconds: 120, spots: 4 }));

const astray = (found: ReturnType<typeof audited>) =>
  records(found.tables.astray).map(({ spot, what, text }) => `${spot} ${what}: ${text}`);

describe('the spots that the alert counts', () => {
  it('are those left out, then those moved; by tier and value', () => {
    const spots = [
      { id: 'kept', wish: '20:00:00' },
      { id: 'moved', wish: '20:00:00', tier: 'remnant' as const },
      { id: 'first', wish: '20:30:00' },
      { id: 'near', wish: '20:55:00', tolerance_minutes: 5 },
      { id: 'out', wish: '20:00:00', seconds: 300 },
    ];
    const found = audited({ breaks, spots }, {}, 'kept b', 'moved c', 'first c', 'near c');
    expect(astray(found)).toEqual([
      expect.stringMatching(/^out unresolved: /),
      'first moved: 30 min after its wish, in c',
      'moved moved: 60 min after its wish, in c',
    ]);
    expect(found.metrics).toMatchObject({ moved: 2, unplaced: 1 });
  });

  it('count a locked spot away from its wish, as the metric does', () => {
    const spots = [{ id: 's', wish: '20:00:00' }];
    const found = audited({ breaks, spots, locks: [{ spot: 's', break: 'c' }] }, {}, 's c');
    expect(records(found.tables.log)[0]).toMatchObject({ state: 'locked' });
    expect([astray(found), found.metrics.moved]).toEqual([['s moved: 60 min after its wish, in c'], 1]);
  });
});
