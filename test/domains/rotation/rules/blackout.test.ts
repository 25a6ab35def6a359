import { describe, expect, it } from 'vitest';
import { breaksAt, spot } from '../cases.ts';
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
});
