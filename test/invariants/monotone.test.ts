import { describe, expect, it } from 'vitest';
import { auditLoans } from '../../src/domains/loans/audit.ts';
import type { LoansSettings } from '../../src/domains/loans/scenario.ts';
import type { LoansTables } from '../../src/domains/loans/tables.ts';
import { solve } from '../../src/kernel/solve.ts';
import { randomWeek } from './random-week.ts';
import { choices, type Keys, type Loan, openLoans, records, settingsOf, tablesOf, times, type Week } from './weeks.ts';

/*
 * What an exact optimum guarantees, whatever the data: N(S, t) = R(S) - t * P(S) for a schedule S and a price t is
 * linear in t, so the best S for a higher t has no more of P, and the best N falls. All figures here are exact: no
 * slack is allowed for.
 */

interface Solved {
  readonly schedule: readonly Loan[];
  readonly audit: ReturnType<typeof auditLoans>;
  readonly net: number;
}

/** The best schedule, audited. Some seconds are saved by leaving out the proof, which other tests look at. */
async function best(settings: LoansSettings, tables: LoansTables): Promise<Solved> {
  const instance = openLoans(settings, tables);
  const { chosen, status } = await solve(instance.model, settings.solver);
  expect(status).toBe('optimal');
  const schedule = instance.schedule(chosen) as readonly Loan[];
  const audit = auditLoans(settings, tables, schedule);
  expect(audit.violations).toEqual([]);
  return { schedule, audit, net: audit.objective.net_score! };
}

/** The settings with some of their rules replaced; what a rule does not say has its default. */
function withRules(settings: LoansSettings, rules: Keys): LoansSettings {
  const named = Object.entries(settingsOf({ rules }).rules).filter(([name]) => Object.hasOwn(rules, name));
  return { ...settings, rules: { ...settings.rules, ...Object.fromEntries(named) } };
}

const SIZE = { cars: 8, partners: 6, days: 3 };

/** Tables and settings of a random week of a middling size. */
function given(seed: number): { readonly week: Week; readonly settings: LoansSettings; readonly tables: LoansTables } {
  const week = randomWeek(seed, SIZE);
  return { week, settings: settingsOf(week.keys), tables: tablesOf(week.raw) };
}

const seeds = (from: number, count: number) => times(count, (k) => from + k);

describe('raising one weight never lowers the total of its feature', () => {
  // Closeness has three decimals, so that its weight must be whole thousands for its term to be whole points.
  const features = [
    ['rank', [0, 1, 2, 5]],
    ['geo', [0, 1000, 3000, 9000]],
    ['pub', [0, 120, 480, 1200]],
    ['hist', [0, 120, 480, 1200]],
    ['preferred_day', [0, 120, 480, 1200]],
  ] as const;

  it.each(features)('%s', async (feature, raised) => {
    let moved = 0;
    for (const seed of seeds(5000, 24)) {
      const { settings: random, tables: all } = given(seed);
      const tables = wholeRates(all);
      const settings = withRules(random, { locality: { by: 'distance', range_miles: 60 } });
      const totals: number[] = [];
      for (const weight of raised) {
        const weights = { rank: 1, geo: 0, pub: 120, hist: 60, preferred_day: 60, preference: 0, [feature]: weight };
        const { schedule } = await best({ ...settings, weights }, tables);
        totals.push(totalOf(feature, schedule, settings, tables));
      }
      expect({ seed, totals }).toEqual({ seed, totals: totals.toSorted((a, b) => a - b) });
      if (totals[0] !== totals.at(-1)) moved++;
    }
    expect(moved).toBeGreaterThan(1);
  });

  /** At most one loan for each partner and make in 24 months, so that publication rates are 0 or 1. */
  function wholeRates(tables: LoansTables): LoansTables {
    const seen = new Set<string>();
    const rows = tables.loan_history.rows.filter(({ person_id, make }) => {
      const key = `${person_id} ${make}`;
      return !seen.has(key) && seen.add(key);
    });
    return { ...tables, loan_history: { ...tables.loan_history, rows } };
  }

  /** The sum of a feature over a schedule: what it scores when only this feature counts, with weight 1. */
  function totalOf(feature: string, schedule: readonly Loan[], settings: LoansSettings, tables: LoansTables): number {
    const weights = { rank: 0, geo: 0, pub: 0, hist: 0, preferred_day: 0, preference: 0, [feature]: 1 };
    const audit = auditLoans({ ...settings, weights }, tables, schedule);
    return Number(records(audit, 'scores').find(({ term }) => term === feature)!.points);
  }
});

describe('more room never lowers the net score', () => {
  it('more slots', async () => {
    await neverLower(seeds(5100, 40), (settings, tables, roll) => {
      const rule = settings.rules.capacity;
      if (rule === false) return undefined;
      const audit = auditLoans(settings, tables, []);
      const open = records(audit, 'capacity').map(({ date, capacity }) => [date, Number(capacity)] as const);
      const override = Object.fromEntries(open.map(([date, slots]) => [date, { slots: slots + roll(2) }]));
      return [withRules(settings, { capacity: { ...rule, override } }), tables];
    });
  });

  it('a lower penalty for loans over a cap', async () => {
    await neverLower(seeds(5150, 60), (settings, tables) => {
      const rule = settings.rules.tier_caps;
      if (rule === false) return undefined;
      return [withRules(settings, { tier_caps: { ...rule, penalty: Math.floor(rule.penalty / 3) } }), tables];
    });
  });

  it('a lower penalty for fairness', async () => {
    await neverLower(seeds(5200, 30), (settings, tables) => {
      const rule = settings.rules.fairness;
      if (rule === false) return undefined;
      return [withRules(settings, { fairness: { ...rule, penalty: Math.floor(rule.penalty / 2) } }), tables];
    });
  });

  it('fewer points for a dollar over budget', async () => {
    await neverLower(seeds(5250, 30), (settings, tables) => {
      const rule = settings.rules.budgets;
      if (rule === false) return undefined;
      return [withRules(settings, { budgets: { ...rule, points_per_dollar: 0.01 } }), tables];
    });
  });

  it('larger budgets', async () => {
    await neverLower(seeds(5300, 40), (settings, tables, roll) => {
      const rows = tables.budgets.rows.map((row) => ({
        ...row,
        budget_amount: (row.budget_amount ?? 0) + roll(3) * 30_001,
      }));
      return [settings, { ...tables, budgets: { ...tables.budgets, rows } }];
    });
  });

  it('one more approval', async () => {
    await neverLower(seeds(5350, 60), (settings, tables) => {
      const approved = new Set(tables.approved_makes.rows.map(({ person_id, make }) => `${person_id} ${make}`));
      const missing = tables.media_partners.rows
        .flatMap(({ person_id }) =>
          tables.vehicles.rows.map(({ make }) => ({ person_id, make, name: null, rank: 'A' })),
        )
        .find(({ person_id, make }) => !approved.has(`${person_id} ${make}`));
      if (missing === undefined) return undefined;
      const rows = [...tables.approved_makes.rows, missing];
      return [settings, { ...tables, approved_makes: { ...tables.approved_makes, rows } }];
    });
  });

  it('one more car', async () => {
    await neverLower(seeds(5400, 30), (settings, tables) => {
      const first = tables.vehicles.rows.find((row) => row.office === 'LA')!;
      const rows = [...tables.vehicles.rows, { ...first, vin: 'V999' }];
      return [settings, { ...tables, vehicles: { ...tables.vehicles, rows } }];
    });
  });

  type Change = (
    settings: LoansSettings,
    tables: LoansTables,
    roll: (end: number) => number,
  ) => readonly [LoansSettings, LoansTables] | undefined;

  /** Solves weeks before and after a change; some of them must gain by it, or the change changed nothing. */
  async function neverLower(weeks: readonly number[], change: Change): Promise<void> {
    let gained = 0;
    for (const seed of weeks) {
      const { settings, tables } = given(seed);
      const changed = change(settings, tables, choices(seed).below);
      if (changed === undefined) continue;
      const [before, after] = [await best(settings, tables), await best(...changed)];
      expect({ seed, gain: after.net - before.net }).toEqual({ seed, gain: expect.toSatisfy((gain) => gain >= 0) });
      if (after.net > before.net) gained++;
    }
    expect(gained).toBeGreaterThan(0);
  }
});

describe('raising a penalty never raises what it is for', () => {
  it('loans newly over their cap', async () => {
    await neverMore(
      (penalty) => ({ tier_caps: { mode: 'soft', penalty, allow_zero_caps: true } }),
      [0, 100, 250, 700, 2000],
      ({ audit }) => audit.metrics.cap_overage_loans!,
    );
  });

  it('loans of a partner beyond the fairness target, linear', async () => {
    await neverMore((penalty) => ({ fairness: { mode: 'linear', penalty } }), [0, 90, 250, 700, 2000], excess);
  });

  it('loans of a partner beyond the fairness target, stepped', async () => {
    await neverMore((penalty) => ({ fairness: { mode: 'stepped', penalty } }), [0, 90, 250, 700, 2000], excess);
  });

  it('loans of a partner beyond the second, by the step', async () => {
    await neverMore(
      (step_up) => ({ fairness: { mode: 'stepped', penalty: 0, step_up } }),
      [0, 90, 250, 700, 2000],
      (solved) => assigned(solved).reduce((sum, loans) => sum + Math.max(0, loans - 2), 0),
    );
  });

  it('dollars over budget', async () => {
    await neverMore(
      (points_per_dollar) => ({
        budgets: { mode: 'soft', points_per_dollar, missing: 'enforce', default_cost: 333.33 },
      }),
      [0, 0.5, 1.11, 3, 50],
      ({ audit }) => audit.metrics.budget_over!,
    );
  });

  const assigned = ({ audit }: Solved) => records(audit, 'partners').map((row) => Number(row.assigned));
  const excess = ({ audit }: Solved) => records(audit, 'partners').reduce((sum, row) => sum + Number(row.excess), 0);

  async function neverMore(
    rules: (penalty: number) => Keys,
    penalties: readonly number[],
    measure: (solved: Solved) => number,
  ): Promise<void> {
    let moved = 0;
    for (const seed of seeds(5500, 24)) {
      const { settings, tables } = given(seed);
      const measured: number[] = [];
      for (const penalty of penalties)
        measured.push(
          measure(
            await best(
              withRules(settings, { capacity: { default_slots: 4, empty_week: 'default' }, ...rules(penalty) }),
              tables,
            ),
          ),
        );
      expect({ seed, measured }).toEqual({ seed, measured: measured.toSorted((a, b) => b - a) });
      if (measured[0]! > measured.at(-1)!) moved++;
    }
    expect(moved).toBeGreaterThan(1);
  }
});

describe('a sweep of the linear fairness penalty', () => {
  const week = randomWeek(92, { cars: 30, partners: 14, days: 5 });
  const tables = tablesOf(week.raw);
  /** Room for several loans to a partner, so that only the penalty spreads them. */
  const room = { capacity: { default_slots: 6, empty_week: 'default' }, partner_limits: false, budgets: false };
  const at = (penalty: number) =>
    best(withRules(settingsOf(week.keys), { ...room, fairness: { mode: 'linear', penalty } }), tables);

  it('traces a net score that falls ever more slowly, by the excess at each point', async () => {
    const step = 50;
    const points: { readonly net: number; readonly excess: number }[] = [];
    for (const k of times(16, (index) => index)) {
      const { net, audit } = await at(k * step);
      points.push({ net, excess: records(audit, 'partners').reduce((sum, row) => sum + Number(row.excess), 0) });
    }
    // The best net score is the upper envelope of lines, one a schedule, that fall by their excess.
    for (const [k, { net, excess }] of points.slice(1).entries()) {
      const before = points[k]!;
      expect(before.net - net).toBeGreaterThanOrEqual(step * excess);
      expect(before.net - net).toBeLessThanOrEqual(step * before.excess);
    }
    expect(new Set(points.map(({ excess }) => excess)).size).toBeGreaterThan(2);
  });

  it('gives each partner one loan at the most once a second costs more than any loan is worth', async () => {
    const { metrics } = (await at(100_000)).audit;
    expect(metrics.partners_with_multiple).toBe(0);
    expect(metrics.assignments).toBeGreaterThan(3);
  });
});

it('a day more of the week never lowers the net score', async () => {
  for (const seed of seeds(5700, 20)) {
    const { settings, tables } = given(seed);
    const more = { ...settings, start_days: [...new Set([...settings.start_days, 'tue' as const, 'wed' as const])] };
    expect((await best(more, tables)).net).toBeGreaterThanOrEqual((await best(settings, tables)).net);
  }
});
