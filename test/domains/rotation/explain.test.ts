import { beforeAll, describe, expect, it } from 'vitest';
import { explain } from '../../../src/explain/explain.ts';
import { openSession, Refusal, readScenario, type Session } from '../../../src/index.ts';
import { priceList } from '../../../src/prices/prices.ts';
import { priceTable } from '../../../src/prices/words.ts';

const EVENING = 'scenarios/rotation/prime-evening.yaml';
let session: Session;
beforeAll(async () => {
  session = await openSession(readScenario(EVENING));
});

describe('a spot in the log', () => {
  it('brings value to its tier and costs minutes from its wish; the next best log is told', async () => {
    const [row] = (await explain(session, { spot: 't1' })).chosen;
    expect(row).toMatchObject({
      row: { spot: 't1', break: 'b2044', position: 1 },
      gives: [{ of: 'priority', by: 600_000, text: '$6,000 of priority spots' }],
      terms: [{ name: 'shift', points: 0, text: 'at its wish, 20:44' }],
      less: [{ of: 'net_score', by: 10, text: '10 points' }],
      loss: 10,
    });
    expect(row!.instead!.added).toContainEqual({ spot: 't1', break: 'b2114', position: 2 });
  });

  it('is found by its advertiser, its tier, its break and its place', async () => {
    const count = async (fields: Readonly<Record<string, string>>) => (await explain(session, fields, 1)).inSchedule;
    expect(await count({ advertiser: 'Wagtail' })).toBe(3);
    expect(await count({ parent: 'Tidemark Drinks' })).toBe(3);
    expect(await count({ tier: 'guaranteed', break: 'b2014' })).toBe(1);
    expect(await count({ break: 'b2114', position: '2' })).toBe(1);
  });
});

describe('a spot that is left out', () => {
  it('has its best chance first, with what is in its way and what it would cost, tier by tier', async () => {
    const { inSchedule, chances, notes } = await explain(session, { spot: 'd3' });
    expect(inSchedule).toBe(0);
    expect(chances[0]).toMatchObject({
      gives: [{ text: '$3,000 of remnant spots' }],
      less: [
        { of: 'priority', by: 450_000 },
        { of: 'remnant', by: -300_000 },
        { of: 'net_score', by: -60 },
      ],
    });
    const full = chances.find(({ row }) => row.break === 'b2114')!;
    expect(full.inTheWay).toEqual([
      'Capacity of a break (b2114, 21:14 on 2025-03-10): 105 s of 120 s used, and it needs 30 s',
      'Separation: d1 of Bluebird Diner airs in b2114 (21:14), the same break; a cap allows Bluebird Diner 1 in 3600 s',
    ]);
    expect(notes[0]).toContain('d3 (remnant, $3,000) is left out');
  });

  it('is told in a break with what keeps it out', async () => {
    const { notes } = await explain(session, { break: 'b2114' }, 1);
    expect(notes[0]).toBe('b2114 (21:14): 3 of 4 spots, 105 of 120 s');
    expect(notes[1]).toMatch(/^d3 \(remnant, \$3,000\) is left out of it: Capacity of a break \(b2114/);
  });
});

describe('a spot that is too near another', () => {
  /** e1 is in e2014, at 20:14:00; e2 would be in e2029, which lasts until 20:31, at 20:30:30 at the latest. */
  const tooNear = async (...set: readonly string[]) => {
    const near = await openSession(
      readScenario(EVENING, {
        set: [
          'breaks=[{id: e2014, local: "20:14", seconds: 30, spots: 1}, {id: e2029, local: "20:29", seconds: 120, spots: 4}]',
          'spots=[{id: e1, advertiser: Ostrel, seconds: 30, cpm: 9, tier: guaranteed, wish: "20:14", tolerance_minutes: 0}, {id: e2, advertiser: Ostrel, seconds: 30, cpm: 5, tier: remnant}]',
          ...set,
        ],
      }),
    );
    const { chances } = await explain(near, { spot: 'e2', break: 'e2029' });
    return chances[0]!.inTheWay;
  };

  it('is told how far from it it can be at the most, end to start', async () => {
    // From 20:14:30 to 20:30:30.
    expect(await tooNear('rules.robust=false', 'rules.separation=961')).toEqual([
      'Separation: e1 of Ostrel airs in e2014 (20:14), at most 960 s away; spots of Ostrel keep 961 s',
    ]);
  });

  it('is told how far their breaks are from each other where the order may change by hand', async () => {
    expect(await tooNear('rules.separation=960')).toEqual([
      'Separation: e1 of Ostrel airs in e2014 (20:14), 870 s from break to break; spots of Ostrel keep 960 s',
    ]);
  });
});

describe('what is no candidate', () => {
  const reasons = async (fields: Readonly<Record<string, string>>) => (await explain(session, fields)).reasons;

  it.each([
    [
      { spot: 't1', break: 'b2210' },
      'b2210 begins at 22:10, 86 min from the wish of t1, 20:44; at most 60 are allowed',
    ],
    [{ spot: 't1', break: 'b2014' }, 'b2014 (20:14) reaches into the blackout of beer, 20:00 to 20:30'],
    [{ spot: 'w3', break: 'b2240' }, 'b2240 (22:40) is in the block late, and w3 excludes that'],
    [{ spot: 'h1', break: 'b2210' }, 'h1 is booked for exactly 20:14, and b2210 begins at 22:10'],
    [{ spot: 'd9' }, 'there is no spot d9; maybe d1 is meant'],
    [{ advertiser: 'Wagtale' }, 'there is no spot of the advertiser Wagtale; maybe Wagtail is meant'],
  ])('%o: %s', async (fields, reason) => {
    expect((await reasons(fields))[0]).toBe(reason);
  });

  it('was left out of the data: the file, the line and the reason', async () => {
    expect(await reasons({ spot: 'x1' })).toEqual([
      expect.stringMatching(
        /^x1 was left out of spots \(prime-evening\.yaml, line \d+\): wish "2025-03-10T21:00:00": no zone/,
      ),
    ]);
  });

  it('is named by a preemption, an aired break, a lock', async () => {
    const after = await openSession(
      readScenario('scenarios/rotation/preemption.yaml', { set: ['locks=[{spot: w1, break: b2210}]'] }),
    );
    const told = async (fields: Readonly<Record<string, string>>) => (await explain(after, fields)).reasons[0];
    expect(await told({ spot: 'd3', break: 'b2014' })).toBe('b2014 (20:14) has aired, and takes no more');
    expect(await told({ spot: 'h1', break: 'b2114' })).toBe('h1 was published in b2014 (20:14), which has aired');
    expect(await told({ spot: 'w1', break: 'b2240' })).toBe('w1 is locked to b2210 (22:10)');
  });
});

describe('pins', () => {
  const refused = async (set: string) => {
    const error = await openSession(readScenario(EVENING, { set: [set] })).catch((thrown: unknown) => thrown);
    if (!(error instanceof Refusal)) throw new Error('nothing was refused');
    return error.problems.map(({ message }) => message);
  };

  it('that name no candidate say why', async () => {
    expect(await refused('pins=[{spot: t1, break: b2014}]')).toEqual([
      'pin spot t1, break b2014: no candidate: b2014 (20:14) reaches into the blackout of beer, 20:00 to 20:30',
    ]);
    expect((await refused('pins=[{spot: x1}]'))[0]).toContain('x1 was left out of spots');
  });

  it('that name a position are refused: it follows from the others in the break', async () => {
    expect((await refused('pins=[{spot: t1, break: b2044, position: 1}]'))[0]).toContain(
      'position follows from the schedule as a whole',
    );
  });

  it('forbidding nothing is noted with the reason', async () => {
    const { run } = await openSession(readScenario(EVENING, { set: ['forbid=[{spot: t1, break: b2014}]'] }));
    expect(run.notes).toContain(
      'forbid spot t1, break b2014: there is no such candidate (b2014 (20:14) reaches into the blackout of beer, 20:00 to 20:30)',
    );
  });
});

describe('prices', () => {
  it('say what one more would bring, what comes first at the front', async () => {
    const list = await priceList(session, 12);
    expect(list[0]!.gains[0]).toEqual({ of: 'remnant', by: 300_000, text: '$3,000 of remnant spots' });
    expect(list[0]!.change).toContain('a second spot of Bluebird Diner');
    expect(new Set(list.map(({ change }) => change)).size).toBe(list.length);
    expect(priceTable(list).columns.map(({ name }) => name)).toContain('gains');
  });

  it('ask for a spot more where a break has too few seconds', async () => {
    const small = await openSession(
      readScenario(EVENING, {
        set: ['breaks=[{id: b, local: "21:00", seconds: 30, spots: 4}]', 'rules.max_shift_minutes=false'],
      }),
    );
    const more = (await priceList(small)).find(({ change }) => change.startsWith('30 more seconds in b'))!;
    expect(more.gains[0]).toMatchObject({ of: 'guaranteed', by: 720_000 });
  });
});
