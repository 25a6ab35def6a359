import { describe, expect, it } from 'vitest';
import { best, type Keys } from './cases.ts';
import { randomLog, tightLog } from './random-log.ts';
import { expectBest } from './reference/best.ts';
import { eveningOf } from './reference/evening.ts';
import { randomEvening } from './reference/random.ts';

describe('the best log of all that there are', () => {
  it.each(Array.from({ length: 10 }, (_, k) => 5 * k))('random logs %i to the fifth from it', async (first) => {
    for (let seed = first; seed < first + 5; seed++) await expectBest(randomLog(seed), `log ${seed}`);
  });

  it.each(Array.from({ length: 7 }, (_, k) => 5 * k))(
    'where the order inside breaks decides: logs %i to the fifth from it',
    async (first) => {
      for (let seed = first; seed < first + 5; seed++) await expectBest(tightLog(seed), `tight log ${seed}`);
    },
  );
});

describe('evenings on which something has happened', () => {
  it.each(Array.from({ length: 6 }, (_, k) => 5 * k))('evenings %i to the fifth from it', async (first) => {
    for (let seed = first; seed < first + 5; seed++) await expectBest(randomEvening(seed), `evening ${seed}`);
  });

  it('are kept clear of what was seen on air, also where nobody says what time it is', async () => {
    const { now: _, ...keys } = randomEvening(482);
    await expectBest(keys, 'evening 482 without now');
  });

  it('are a third of the thousand, and on another third a live event has the air', () => {
    const count = { history: 0, live: 0, now: { before: 0, inside: 0, after: 0 }, extended: 0, seen: 0 };
    for (let seed = 0; seed < 1000; seed++) {
      const keys = randomEvening(seed);
      const { settings, ...evening } = eveningOf(keys);
      const [first] = evening.events;
      if (first === undefined) {
        if (evening.published.size > 0) count.history++;
        continue;
      }
      count.live++;
      if ((keys.preemptions as readonly Keys[]).length > evening.events.length) count.extended++;
      if ([...evening.happened.values()].some(({ ran }) => ran !== undefined)) count.seen++;
      if (settings.now === Number.NEGATIVE_INFINITY) continue;
      const last = Math.max(...evening.events.map(({ until }) => until));
      count.now[settings.now < first.from ? 'before' : settings.now < last ? 'inside' : 'after']++;
    }
    expect([count.history, count.live]).toEqual([328, 333]);
    expect(count.now).toEqual({ before: 60, inside: 122, after: 63 });
    expect([count.extended, count.seen]).toEqual([122, 74]);
  });
});

describe('the order of rows', () => {
  it.each([3, 14, 15, 92, 65])('changes nothing (log %i)', async (seed) => {
    const keys = randomLog(seed);
    const { breaks } = await best(keys);
    const turned = await best(keys, (tables) => tables.map((table) => ({ ...table, rows: [...table.rows].reverse() })));
    expect(turned.breaks).toEqual(breaks);
    expect(turned.data.fingerprint).toBe((await best(keys)).data.fingerprint);
  });
});
