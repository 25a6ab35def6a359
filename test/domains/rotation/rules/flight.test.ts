import { describe, expect, it } from 'vitest';
import { breaksAt, spot } from '../cases.ts';
import { filtersOf } from '../rule-case.ts';

describe('flight and hours', () => {
  it('a spot airs on the dates of its order, and in its hours, ends included', () => {
    const orders = [{ id: 'o', advertiser: 'A', tier: 'guaranteed', from: '2025-03-11', to: '2025-03-12' }];
    const spots = [spot('s1', { order: 'o' }), spot('s2', { earliest: '20:17', latest: '20:17' })];
    const keys = { orders, spots, breaks: breaksAt('20:00', '20:17') };
    expect(filtersOf(keys, 's1 b2000', 's2 b2000')).toMatchInlineSnapshot(`
      "flight removes 2, leaves 2: the date is outside the flight of the order
      window removes 1, leaves 1: the break begins outside the hours of the spot
      b2000 (20:00) is on 2025-03-10, and the flight of s1 is 2025-03-11 to 2025-03-12
      b2000 (20:00) is outside the hours of s2, 20:17 to 20:17"
    `);
  });
});
