import { describe, expect, it } from 'vitest';
import { expectBest } from './all-schedules.ts';
import { randomTerms } from './random-terms.ts';
import { runWeek, times } from './weeks.ts';

describe('the run gives the best of all schedules that the auditor allows, with rules that are off by default', () => {
  it.each(times(60, (k) => k))('random week %i', (seed) => expectBest(randomTerms(seed)));
});

describe('the random weeks', () => {
  it('have something to say for each of these rules', async () => {
    const changed = { pause: 0, maintenance: 0, hours: 0, preference: 0 };
    for (const seed of times(40, (k) => k)) {
      const { raw, keys } = randomTerms(seed);
      const net = async (more: object) => (await runWeek({ raw, keys: { ...keys, ...more } })).objective?.net_score;
      const given = await net({});
      const { rules, weights } = keys as { readonly rules: object; readonly weights: object };
      for (const name of ['pause', 'maintenance', 'hours'] as const)
        if ((await net({ rules: { ...rules, [name]: false } })) !== given) changed[name]++;
      if ((await net({ weights: { ...weights, preference: 0 } })) !== given) changed.preference++;
    }
    expect(Math.min(...Object.values(changed))).toBeGreaterThanOrEqual(2);
  });
});
