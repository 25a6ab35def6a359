import { describe, expect, it } from 'vitest';
import { auditLoans } from '../../src/domains/loans/audit.ts';
import type { LoansSettings } from '../../src/domains/loans/scenario.ts';
import type { LoansTables } from '../../src/domains/loans/tables.ts';
import { solve } from '../../src/kernel/solve.ts';
import { addDays, WEEKDAYS } from '../../src/tables/dates.ts';
import { randomWeek } from './random-week.ts';
import { type Loan, openLoans, runWeek, scheduleOf, settingsOf, tablesOf, times } from './weeks.ts';

const WEEKS = 800;

/** What trying every schedule finds, with the auditor alone as the judge. */
interface Tried {
  /** The best net score of the schedules without a violation. */
  readonly best: number;
  /** How many schedules had none. */
  readonly allowed: number;
}

/**
 * Every schedule in which a car is unused or starts one loan, to any partner on any start day. With `pruned`, what
 * breaks a rule is not added to: every rule only forbids too much, so that a larger schedule breaks it too.
 */
function tryAll(settings: LoansSettings, tables: LoansTables, pruned: boolean): Tried {
  const vins = tables.vehicles.rows.map((row) => row.vin);
  const days = settings.start_days.map((day) => addDays(settings.week, WEEKDAYS.indexOf(day)));
  const starts = tables.media_partners.rows.flatMap(({ person_id }) =>
    days.map((start_day) => ({ person_id, start_day })),
  );
  let [best, allowed] = [-Infinity, 0];
  const judge = (schedule: readonly Loan[]) => {
    const { violations, objective } = auditLoans(settings, tables, schedule);
    if (violations.length > 0) return false;
    best = Math.max(best, objective.net_score!);
    allowed++;
    return true;
  };
  const extend = (car: number, schedule: readonly Loan[]) => {
    const vin = vins[car];
    if (vin === undefined) return;
    extend(car + 1, schedule);
    for (const start of starts) {
      const longer = [...schedule, { vin, ...start }];
      if (judge(longer) || !pruned) extend(car + 1, longer);
    }
  };
  judge([]);
  extend(0, []);
  return { best, allowed };
}

const given = (seed: number) => {
  const week = randomWeek(seed);
  return { week, settings: settingsOf(week.keys), tables: tablesOf(week.raw) };
};

describe('the run gives the best of all schedules that the auditor allows', () => {
  it.each(times(WEEKS, (seed) => seed))('random week %i', async (seed) => {
    const { week, settings, tables } = given(seed);
    const { best } = tryAll(settings, tables, true);
    const run = await runWeek(week);
    expect(run).toMatchObject({ status: 'optimal', objective: { net_score: best, bound: best, gap: 0 } });
    expect(run.audit.levels.map(({ level, passed }) => [level, passed])).toEqual(
      run.audit.levels.map(({ level }) => [level, true]),
    );
    expect(run.audit.levels.length).toBeGreaterThanOrEqual(4);
    expect(auditLoans(settings, tables, scheduleOf(run)).objective.net_score).toBe(best);
  });
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
    // Whether an empty week is refused is no matter of schedules.
    expect(constant).toEqual(['capacity.empty_week']);
    expect(seen.get('modes')!.size).toBe(27);
  });
});
