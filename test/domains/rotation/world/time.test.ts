import { describe, expect, it } from 'vitest';
import { dayOf, localOf, meaningOf, passedAt, utcOf } from '../../../../src/domains/rotation/world/time.ts';
import { best, breaksAt, spot } from '../cases.ts';

const clock = { zone: 'America/New_York', dayStart: 6 * 3600 };
const utc = (date: string, local: string, offset?: string) => {
  const meaning = meaningOf(clock, date, local, offset);
  return 'epoch' in meaning ? utcOf(meaning.epoch) : meaning;
};

describe('local times', () => {
  it('20:00 in New York is 01:00 UTC before the change of 9 March 2025, and 00:00 UTC after it', () => {
    expect(utc('2025-03-08', '20:00')).toBe('2025-03-09T01:00:00Z');
    expect(utc('2025-03-10', '20:00')).toBe('2025-03-11T00:00:00Z');
  });

  it('belong to the night of the broadcast date before the day begins', () => {
    expect(utc('2025-03-10', '01:00')).toBe('2025-03-11T05:00:00Z');
    expect(localOf(clock, Date.UTC(2025, 2, 11, 5) / 1000)).toEqual({ date: '2025-03-10', local: '01:00:00' });
  });

  it('that clocks skip have no meaning, and both offsets are named', () => {
    expect(utc('2025-03-08', '02:30')).toEqual({ why: 'never', offsets: ['-04:00', '-05:00'] });
  });

  it('that clocks show twice have two', () => {
    expect(utc('2025-11-01', '01:30')).toEqual({ why: 'twice', offsets: ['-04:00', '-05:00'] });
    expect(utc('2025-11-01', '01:30', '-05:00')).toBe('2025-11-02T06:30:00Z');
  });
});

describe('breaks on the days that clocks change', () => {
  it('quarantines an offset that the zone does not have then', async () => {
    const { quarantine } = await best({
      date: '2025-11-01',
      market: { zone: 'America/New_York', prime: { from: '20:00', to: '01:00' } },
      breaks: [
        { id: 'wrong', local: '20:00', seconds: 60, spots: 2, offset: '-05:00' },
        { id: 'right', local: '20:00', seconds: 60, spots: 2, offset: '-04:00' },
        { id: 'neither', local: '01:30', seconds: 60, spots: 2, offset: '+02:00' },
      ],
    });
    expect(quarantine).toEqual([
      'breaks 1 offset: is not the offset of America/New_York at 20:00:00 on 2025-11-01',
      'breaks 3 local: is shown twice by the clocks of America/New_York in the night after 2025-11-01; an offset decides: -04:00 or -05:00',
    ]);
  });
  it('quarantines a start that never is, and offers both offsets', async () => {
    const market = { zone: 'America/New_York', prime: { from: '20:00', to: '05:00' } };
    const outcome = await best({ market, date: '2025-03-08', breaks: breaksAt('02:30', '20:00'), spots: [spot('s')] });
    expect(outcome.quarantine).toEqual([
      'breaks 1 local: is never shown by the clocks of America/New_York in the night after 2025-03-08; an offset decides: -04:00 or -05:00',
    ]);
    expect(outcome.log).toEqual(['s b2000']);
  });

  it('keeps both of two breaks at one ambiguous time, an hour apart', async () => {
    const market = { zone: 'America/New_York', prime: { from: '20:00', to: '05:00' } };
    const breaks = ['-04:00', '-05:00'].map((offset) => ({
      id: `b${offset}`,
      local: '01:30',
      offset,
      seconds: 60,
      spots: 1,
    }));
    const spots = [spot('s', { separation: 3480 }), spot('t', { separation: 3480 })];
    expect((await best({ market, date: '2025-11-01', breaks, spots })).log).toHaveLength(2);
  });

  it('starts prime time an hour earlier in UTC after clocks went forward', async () => {
    const breaks = ['2025-03-09T00:30:00Z', '2025-03-09T01:00:00Z', '2025-03-10T00:00:00Z'].map((instant, k) => ({
      ...{ id: `b${k}`, utc: instant, seconds: 60, spots: 1 },
    }));
    const spots = [spot('s'), spot('t'), spot('u')];
    const outcome = await best({ date: '2025-03-08', days: 2, breaks, spots });
    expect(outcome.log.map((line) => line.slice(2))).toEqual(expect.arrayContaining(['b1', 'b2']));
    expect(outcome.log).toHaveLength(2);
  });

  it('quarantines a break without a start, and one with two', async () => {
    const both = { id: 'both', local: '20:00', utc: '2025-03-11T00:00:00Z', seconds: 60, spots: 1 };
    const breaks = [{ id: 'none', seconds: 60, spots: 1 }, both, ...breaksAt('21:00')];
    const outcome = await best({ breaks, spots: [spot('s')] });
    expect(outcome.log).toEqual(['s b2100']);
    expect(outcome.quarantine).toEqual([
      'breaks 1 local: has neither local nor utc',
      'breaks 2 local: has both local and utc',
    ]);
  });

  it('sets aside the later of two breaks that overlap, and plans the others', async () => {
    const breaks = [...breaksAt('20:00'), { id: 'over', local: '20:01', seconds: 60, spots: 1 }];
    const outcome = await best({ breaks, spots: [spot('s')] });
    expect(outcome.log).toEqual(['s b2000']);
    expect(outcome.quarantine).toEqual(['breaks 2 local: begins 60 s before the break "b2000" is over']);
  });
});

describe('seconds since a date began', () => {
  const passed = (date: string, hours: number) =>
    passedAt(hours * 3600, dayOf(clock, date).change).map((at) => at / 3600);

  // Dates begin at 6: 19.5 hours later clocks show 1:30, if nothing changes them.
  it.each([
    ['2025-03-10', 19.5, [19.5]],
    ['2025-03-08', 19.5, [19.5]],
    ['2025-03-08', 20.5, [20.5]],
    ['2025-03-08', 21.5, [20.5]],
    ['2025-11-01', 18.5, [18.5]],
    ['2025-11-01', 19.5, [19.5, 20.5]],
    ['2025-11-01', 20.5, [21.5]],
  ])('on %s when clocks show %d hours: %j', (date, hours, expected) => {
    expect(passed(date, hours)).toEqual(expected);
  });
});

describe('a wish over the change of clocks', () => {
  const market = { zone: 'America/New_York', prime: { from: '20:00', to: '05:00' } };
  const wishes = (date: string, local: string, byClock: string, byInstant: string, offset?: string) =>
    best({
      ...{ market, date, rules: { max_shift_minutes: 60 } },
      breaks: [{ id: 'b', local, seconds: 60, spots: 2, ...(offset && { offset }) }],
      spots: [spot('clock', { wish: byClock }), spot('instant', { advertiser: 'B', wish: byInstant })],
    });

  it('is the same as a local time and as its instant: 30 minutes pass from 1:45 to 3:15 in spring', async () => {
    const { log } = await wishes('2025-03-08', '03:15', '01:45', '2025-03-09T01:45:00-05:00');
    expect(log).toHaveLength(2);
  });

  it('is the same in autumn: 105 minutes pass from 0:45 to the second 1:30', async () => {
    const { log } = await wishes('2025-11-01', '01:30', '00:45', '2025-11-02T00:45:00-04:00', '-05:00');
    expect(log).toHaveLength(0);
  });

  it('for a time that clocks show twice is the nearer of the two', async () => {
    const { log } = await wishes('2025-11-01', '01:30', '01:30', '2025-11-02T01:30:00-05:00', '-05:00');
    expect(log).toHaveLength(2);
  });
});
