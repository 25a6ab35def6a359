import { expect } from 'vitest';
import { auditLoans } from '../../src/domains/loans/audit.ts';
import type { LoansSettings } from '../../src/domains/loans/scenario.ts';
import type { LoansTables } from '../../src/domains/loans/tables.ts';
import { addDays, WEEKDAYS } from '../../src/tables/dates.ts';
import { randomWeek } from './random-week.ts';
import { type Loan, runWeek, scheduleOf, settingsOf, tablesOf, type Week } from './weeks.ts';

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
export function tryAll(settings: LoansSettings, tables: LoansTables, pruned: boolean): Tried {
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

/** A random week, its settings and its tables. */
export const given = (seed: number) => {
  const week = randomWeek(seed);
  return { week, settings: settingsOf(week.keys), tables: tablesOf(week.raw) };
};

/** The run of a random week gives the best of all schedules that the auditor allows, and proves it. */
export const expectBestWeek = (seed: number): Promise<void> => expectBest(randomWeek(seed));

/** The same of any week. */
export async function expectBest(week: Week): Promise<void> {
  const [settings, tables] = [settingsOf(week.keys), tablesOf(week.raw)];
  const { best } = tryAll(settings, tables, true);
  const run = await runWeek(week);
  expect(run).toMatchObject({ status: 'optimal', objective: { net_score: best, bound: best, gap: 0 } });
  expect(run.audit.levels.map(({ level, passed }) => [level, passed])).toEqual(
    run.audit.levels.map(({ level }) => [level, true]),
  );
  expect(run.audit.levels.length).toBeGreaterThanOrEqual(4);
  expect(auditLoans(settings, tables, scheduleOf(run)).objective.net_score).toBe(best);
}
