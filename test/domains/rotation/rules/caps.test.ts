import { describe, expect, it } from 'vitest';
import { best, breaksAt, type Keys, spot } from '../cases.ts';

/** Three breaks of two minutes, each 15 minutes after the end of the one before: just the separation. */
const breaks = breaksAt('20:00', '20:17', '20:34');
const spots = (...more: readonly Keys[]) => more.map((keys, k) => spot(`s${k}`, { cap: 3, separation: 900, ...keys }));
const placed = async (...more: readonly Keys[]) => (await best({ breaks, spots: spots(...more) })).log.length;

describe('caps of spots that just keep their distance', () => {
  it('bind where the spots would all have room', async () => {
    expect(await placed({}, {}, {})).toBe(3);
    expect(await placed({ cap_day: 2 }, {}, {})).toBe(2);
    expect(await placed({ cap_day: 2 }, { cap_day: 2 }, { cap_day: 2 })).toBe(2);
    expect(await placed({ cap: 2 }, { cap: 2 }, { cap: 2 })).toBe(2);
  });

  it('hold by the strictest of the spots that air, and only while it airs', async () => {
    expect(await placed({ cap_day: 1, cpm: 50 }, {}, {})).toBe(1);
    expect(await placed({ cap_day: 1, cpm: 30 }, {}, {})).toBe(2);
  });
});
