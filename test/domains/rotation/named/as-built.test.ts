import { describe, expect, it } from 'vitest';
import { secondsOf } from '../../../../src/domains/rotation/world/time.ts';
import { best, breaksAt, type Keys, type Outcome, spot } from '../cases.ts';

/** Breaks of two minutes every `step` minutes of prime time. */
const every = (step: number): readonly Keys[] =>
  breaksAt(
    ...Array.from({ length: Math.ceil(180 / step) }, (_, k) => {
      const minutes = 1200 + k * step;
      return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
    }),
  );

/** Minute of the day at which the break of each placed spot begins, by spot. */
const minutes = ({ log }: Outcome): Readonly<Record<string, number>> =>
  Object.fromEntries(
    log.map((line) => {
      const [id = '', at = ''] = line.split(' b');
      return [id, secondsOf(`${at.slice(0, 2)}:${at.slice(2, 4)}`) / 60];
    }),
  );

/** Seconds from the end of the earlier break to the start of the later, for spots in two minutes' breaks. */
const apart = (a: number, b: number): number => Math.abs(a - b) * 60 - 120;

const at = (id: string, wish: string, more: Keys = {}): Keys => spot(id, { wish, ...more });

describe('the golden cases, as they should have been', () => {
  it('R1 places all three spots of an advertiser, 900 seconds apart', async () => {
    const outcome = await best({ breaks: every(5), spots: [20, 15, 10].map((cpm) => spot(`s${cpm}`, { cpm })) });
    const [a, b, c] = Object.values(minutes(outcome)).sort((x, y) => x - y) as [number, number, number];
    expect(Math.min(apart(a, b), apart(b, c))).toBeGreaterThanOrEqual(900);
  });

  it('R2 puts two advertisers in different places', async () => {
    const spots = [spot('a', { cpm: 10 }), spot('b', { cpm: 20, advertiser: 'B' })];
    const outcome = await best({ breaks: breaksAt('20:00'), spots });
    expect(outcome.breaks).toEqual(['b2000: b a']);
  });

  it('R3 places a spot two hours before one that came first', async () => {
    const spots = [at('late', '22:00', { cpm: 50 }), at('early', '20:00', { cpm: 10 })];
    expect((await best({ breaks: every(30), spots })).log).toEqual(['early b2000', 'late b2200']);
  });

  it('R4 with a cap of two keeps to two in any 3600 seconds', async () => {
    const spots = ['20:59:00', '20:59:30', '21:00:00', '21:00:30'].map((wish, k) =>
      at(`s${k}`, wish, { cap: 2, separation: 0 }),
    );
    const outcome = await best({ breaks: every(10), spots });
    const starts = Object.values(minutes(outcome));
    expect(outcome.log).toHaveLength(4);
    for (const last of starts)
      expect(starts.filter((start) => start > last - 60 && start <= last).length).toBeLessThanOrEqual(2);
  });

  it('R4 leaves out what would be a third in the only hour', async () => {
    const spots = [0, 1, 2, 3].map((k) => spot(`s${k}`, { cap: 2, separation: 0 }));
    expect((await best({ breaks: breaksAt('20:58', '21:00', '21:02'), spots })).log).toHaveLength(2);
  });

  it('R5 airs nothing after 23:00, and says why', async () => {
    const spots = ['a', 'b', 'c'].map((id) => at(id, '22:30'));
    const outcome = await best({ breaks: breaksAt('22:30', '22:50', '23:00', '23:30'), spots });
    expect(Object.values(minutes(outcome)).sort()).toEqual([22 * 60 + 30, 22 * 60 + 50]);
    expect(outcome.instance.funnel.find(({ step }) => step === 'prime')?.removed).toBe(6);
  });

  it('R6 has no place for a wish at 03:00, and says "outside prime time"', async () => {
    const outcome = await best({ breaks: breaksAt('03:00', '20:00'), spots: [at('s', '03:00')] });
    expect(outcome.log).toEqual([]);
    expect(outcome.instance.notes).toEqual([
      'no break can take the guaranteed spot s: the break begins outside prime time (1); the break is too far from the wish (1)',
    ]);
  });

  it('R7 quarantines an instant without zone', async () => {
    const spots = [at('naive', '2025-03-10T20:00:00'), at('aware', '2025-03-10T20:00:00-04:00')];
    const outcome = await best({ breaks: every(30), spots });
    expect(outcome.log).toEqual(['aware b2000']);
    expect(outcome.quarantine).toEqual([
      'spots 1 wish: no zone: an instant needs Z or an offset (write 2025-03-10T20:14:00-04:00)',
    ]);
  });

  it('R8 gives both guaranteed spots their place before the remnant', async () => {
    const spots = [at('g1', '20:00'), at('g2', '20:00'), at('r', '20:30', { tier: 'remnant', cpm: 99 })];
    const two = await best({ breaks: breaksAt('20:00', '20:30'), spots });
    expect(two.log.map((line) => line.slice(0, 2))).toEqual(['g1', 'g2']);
    expect((await best({ breaks: every(10), spots })).log).toHaveLength(3);
  });

  it('R9 keeps 20:30 and 21:00', async () => {
    const spots = [at('five', '21:00', { cpm: 5 }), at('four', '20:30', { cpm: 4 })];
    expect((await best({ breaks: every(15), spots })).log).toEqual(['five b2100', 'four b2030']);
  });

  it('R10 quarantines a negative length and a cap of nothing; others continue', async () => {
    const spots = [spot('minus', { seconds: -30 }), spot('none', { cap: 0 }), spot('good')];
    const outcome = await best({ breaks: breaksAt('20:00'), spots });
    expect(outcome.log).toEqual(['good b2000']);
    expect(outcome.quarantine).toEqual([
      'spots 1 seconds: not between 1 and 86400',
      'spots 2 cap: not between 1 and 86400',
    ]);
  });

  it('R11 lets no two spots overlap: a break holds what fits', async () => {
    const spots = [at('a', '21:00:00', { seconds: 60 }), at('b', '21:00:30', { seconds: 60, advertiser: 'B' })];
    expect((await best({ breaks: breaksAt('21:00'), spots })).breaks).toEqual(['b2100: a b']);
    const short = [{ id: 'b2100', local: '21:00', seconds: 90, spots: 4 }];
    expect((await best({ breaks: short, spots })).log).toHaveLength(1);
  });

  it('R12 measures separation from the end of a long spot', async () => {
    const breaks = [{ id: 'b2100', local: '21:00', seconds: 1200, spots: 1 }, ...breaksAt('21:20', '21:30', '21:35')];
    const spots = [at('long', '21:00', { seconds: 1200 }), at('short', '21:15')];
    expect((await best({ breaks, spots })).log).toEqual(['long b2100', 'short b2135']);
  });

  it('R13 moves the second to the nearest break that is far enough', async () => {
    const spots = [at('first', '20:10', { tolerance_minutes: 0 }), at('second', '20:20')];
    expect((await best({ breaks: every(10), spots })).log).toEqual(['first b2010', 'second b2030']);
  });

  it('R14 places equals of two advertisers at once', async () => {
    const spots = [at('a', '20:00'), at('b', '20:00', { advertiser: 'B' })];
    expect((await best({ breaks: every(30), spots })).breaks).toEqual(['b2000: a b']);
  });

  it('R15 knows a prime time that crosses midnight', async () => {
    const market = { zone: 'America/New_York', prime: { from: '23:30', to: '01:00' } };
    const outcome = await best({
      market,
      breaks: breaksAt('23:00', '23:30', '00:30', '01:00'),
      spots: [spot('a'), spot('b')],
    });
    expect(outcome.log.map((line) => line.slice(2)).sort()).toEqual(['b0030', 'b2330']);
  });

  it('R16 respects the stricter cap of the two', async () => {
    const spots = [at('one', '20:00', { cap: 1 }), at('three', '20:20', { cap: 3, cpm: 10 })];
    expect((await best({ breaks: breaksAt('20:00', '20:20', '20:50'), spots })).log).toEqual(['one b2000']);
    expect((await best({ breaks: breaksAt('20:00', '20:20', '21:10'), spots })).log).toEqual([
      'one b2000',
      'three b2110',
    ]);
  });

  it('R17 places the third guaranteed spot before any remnant', async () => {
    const spots = [spot('g1'), spot('g2'), spot('g3'), at('r', '22:30', { tier: 'remnant', cpm: 99 })];
    const three = await best({ breaks: breaksAt('20:00', '21:00', '22:30'), spots });
    expect(three.log.map((line) => line.slice(0, 2))).toEqual(['g1', 'g2', 'g3']);
  });

  it('R18 keeps the larger of two separations', async () => {
    const spots = [at('wide', '20:00', { separation: 900 }), at('narrow', '20:05', { separation: 60 })];
    const { wide, narrow } = minutes(await best({ breaks: every(5), spots })) as { wide: number; narrow: number };
    expect(apart(wide, narrow)).toBeGreaterThanOrEqual(900);
  });

  it('R19 separates 20:00 and 20:15 from end to start', async () => {
    const outcome = await best({ breaks: every(5), spots: [at('a', '20:00'), at('b', '20:15')] });
    expect(outcome.log).toEqual(['a b2000', 'b b2020']);
  });

  it('R20 airs four quarters of an hour under a cap of three', async () => {
    const spots = ['20:00', '20:15', '20:30', '20:45'].map((wish, k) => at(`s${k}`, wish));
    const starts = Object.values(minutes(await best({ breaks: every(5), spots })));
    expect(starts).toHaveLength(4);
    for (const last of starts)
      expect(starts.filter((start) => start > last - 60 && start <= last).length).toBeLessThanOrEqual(3);
  });

  it('R21 reads an offset: 20:00 at -05:00 on 9 March is 01:00 UTC on 10 March', async () => {
    const breaks = [{ id: 'b', utc: '2025-03-10T01:00:00Z', seconds: 120, spots: 4 }];
    const spots = [at('s', '2025-03-09T20:00:00-05:00', { tolerance_minutes: 0 })];
    expect((await best({ date: '2025-03-09', breaks, spots })).log).toEqual(['s b']);
  });

  it('R22 serves tiers in their order, whatever the price', async () => {
    const spots = [
      at('r', '20:00', { tier: 'remnant', cpm: 100 }),
      at('p', '20:00', { tier: 'priority', cpm: 50 }),
      at('g', '20:00', { cpm: 1 }),
    ];
    expect((await best({ breaks: breaksAt('20:00'), spots })).log).toEqual(['g b2000']);
    expect((await best({ breaks: breaksAt('20:00', '20:30'), spots })).log.map((line) => line[0])).toEqual(['g', 'p']);
  });

  it('R23 gives the same log every time', async () => {
    const keys = { breaks: every(5), spots: [0, 1, 2, 3, 4].map((k) => at(`s${k}`, '21:00')) };
    expect((await best(keys)).breaks).toEqual((await best(keys)).breaks);
  });

  it('R24 quarantines a tier that is a number; others continue', async () => {
    const outcome = await best({ breaks: breaksAt('20:00'), spots: [spot('two', { tier: 2 }), spot('good')] });
    expect(outcome.log).toEqual(['good b2000']);
    expect(outcome.quarantine).toEqual(['spots 1 tier: not one of guaranteed, priority, remnant, fill']);
  });

  it('R25 quarantines a spot that is there twice, whether or not the rows are equal', async () => {
    const outcome = await best({ breaks: every(30), spots: [spot('s'), spot('s'), spot('s', { cpm: 21 })] });
    expect(outcome.log).toHaveLength(1);
    expect(outcome.quarantine).toEqual([
      'spots 2 id: says the same as line 1, which was kept',
      'spots 3 cpm: differs from line 1, which has the same id and was kept',
    ]);
  });

  it('a cpm that is no number is quarantined', async () => {
    const outcome = await best({ breaks: every(30), spots: [spot('s', { cpm: Number.NaN }), spot('t')] });
    expect(outcome.quarantine[0]).toMatch(/^spots 1 cpm: not an amount/);
  });
});
