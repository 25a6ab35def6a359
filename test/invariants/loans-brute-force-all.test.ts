import { describe, expect, it } from 'vitest';
import { solve } from '../../src/kernel/solve.ts';
import { expectBestWeek, given, tryAll } from './all-schedules.ts';
import { randomWeek } from './random-week.ts';
import { openLoans, runWeek, settingsOf, times } from './weeks.ts';

const WEEKS = 800;

describe('the run gives the best of all schedules that the auditor allows', () => {
  it.each(times(WEEKS - 100, (k) => 100 + k))('random week %i', expectBestWeek);
});

describe('sifting gives what the whole model gives', () => {
  it.each(times(WEEKS / 4, (k) => 4 * k))('random weeks %i and the three after it', async (first) => {
    for (const seed of times(4, (k) => first + k)) {
      const { settings, tables } = given(seed);
      const { model } = openLoans(settings, tables);
      const [whole, sifted] = [
        await solve(model, settings.solver, { method: 'whole' }),
        await solve(model, settings.solver, { method: 'sifting' }),
      ];
      expect({ seed, ...sifted.work }).toMatchObject({ seed, method: 'sifting' });
      const { status, net, bound, chosen } = whole;
      expect({ seed, ...sifted }).toMatchObject({ seed, status, net, bound, chosen });
    }
  });
});

describe('the brute force itself', () => {
  it('misses nothing where it does not add to what is forbidden', () => {
    for (const seed of times(24, (k) => k * 7)) {
      const { settings, tables } = given(seed);
      if (tables.vehicles.rows.length > 3) continue;
      expect(tryAll(settings, tables, true)).toEqual(tryAll(settings, tables, false));
    }
  });

  it('meets weeks in which there is much to choose, and in which every penalty is paid', async () => {
    const seen = { choice: 0, cap_penalty: 0, fairness_penalty: 0, budget_penalty: 0 };
    for (const seed of times(WEEKS / 4, (k) => 4 * k)) {
      const { objective, candidates } = await runWeek(randomWeek(seed));
      if (candidates >= 6) seen.choice++;
      for (const name of ['cap_penalty', 'fairness_penalty', 'budget_penalty'] as const)
        if (objective[name]! > 0) seen[name]++;
    }
    expect(seen.choice).toBeGreaterThan(WEEKS / 16);
    expect(Math.min(seen.cap_penalty, seen.fairness_penalty, seen.budget_penalty)).toBeGreaterThanOrEqual(2);
  });

  it('meets every mode of every rule', () => {
    const seen = new Map<string, Set<string>>();
    const note = (key: string, value: unknown) =>
      seen.set(key, (seen.get(key) ?? new Set()).add(JSON.stringify(value)));
    for (const seed of times(WEEKS, (k) => k)) {
      const { rules } = settingsOf(randomWeek(seed).keys);
      for (const [name, rule] of Object.entries(rules)) {
        note(name, rule === false);
        for (const [key, value] of Object.entries(rule || {})) note(`${name}.${key}`, value);
      }
      const modes = [rules.tier_caps, rules.fairness, rules.budgets].map((rule) => (rule ? rule.mode : 'off'));
      note('modes', modes);
    }
    const constant = [...seen].filter(([, values]) => values.size < 2).map(([key]) => key);
    // Whether an empty week is refused is no matter of schedules; the other three are met in loans-terms.test.ts.
    expect(constant).toEqual(['capacity.empty_week', 'pause', 'maintenance', 'hours']);
    expect(seen.get('modes')!.size).toBe(27);
  });
});
