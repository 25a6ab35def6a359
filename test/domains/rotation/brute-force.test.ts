import { describe, expect, it } from 'vitest';
import { best } from './cases.ts';
import { expectBest, randomLog, tightLog } from './random-log.ts';

describe('the best log of all that there are', () => {
  it.each(Array.from({ length: 50 }, (_, k) => 5 * k))('random logs %i to the fifth from it', async (first) => {
    for (let seed = first; seed < first + 5; seed++) await expectBest(randomLog(seed), `log ${seed}`);
  });

  it.each(Array.from({ length: 15 }, (_, k) => 5 * k))(
    'where the order inside breaks decides: logs %i to the fifth from it',
    async (first) => {
      for (let seed = first; seed < first + 5; seed++) await expectBest(tightLog(seed), `tight log ${seed}`);
    },
  );
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
