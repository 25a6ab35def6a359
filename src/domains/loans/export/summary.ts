import { numberOf, recordsOf, sumOf, type TableRecord, textOf } from '../../../report/chapter.ts';
import type { Run } from '../../../runs/run.ts';
import { addDays, isDate } from '../../../tables/dates.ts';
import { settingsOf } from '../report/settings.ts';
import { loanDays } from '../scenario.ts';

/**
 * A run as one document in the words of the system that many of its readers were written for: assignments, daily usage,
 * caps, fairness, budgets and the parts of the objective. Money is in dollars, shares from 0 to 1.
 */
export function summaryOf(run: Run): Readonly<Record<string, unknown>> {
  return {
    meta: metaOf(run),
    selected_assignments: assignmentsOf(run),
    ...usageOf(run),
    objective_value: run.objective.net_score ?? null,
    objective_breakdown: breakdownOf(run),
    shaping_breakdown: shapingOf(run),
    cap_summary: recordsOf(run.tables.caps).map(capOf),
    fairness_summary: fairnessOf(run),
    fairness_metrics: fairnessMetricsOf(run),
    budget_summary: recordsOf(run.tables.budgets)
      .filter((row) => numberOf(row, 'planned') > 0)
      .map(budgetOf),
  };
}

function metaOf(run: Run) {
  const { office, offices, week, weeks, rules } = settingsOf(run);
  const { tier_caps: caps, fairness, budgets } = rules;
  return {
    ...(office === undefined ? { offices } : { office }),
    week_start: week,
    ...(weeks !== undefined && { weeks }),
    solver_status: run.status.toUpperCase(),
    soft_caps: caps !== false && caps.mode === 'soft',
    fairness: fairness !== false && fairness.mode !== 'off',
    budgets: budgets === false ? 'OFF' : budgets.mode.toUpperCase(),
    lambda_cap: caps === false ? 0 : caps.penalty,
    lambda_fair: fairness === false ? 0 : fairness.penalty,
    points_per_dollar: budgets === false ? 0 : budgets.points_per_dollar,
  };
}

function assignmentsOf(run: Run) {
  const days = loanDays(settingsOf(run));
  return recordsOf(run.tables.assignments).map((row) => {
    const start = textOf(row, 'start_day');
    const { vin, person_id, office, make, model, rank, score, fleet } = row;
    return {
      ...{
        vin,
        person_id,
        start_day: start,
        // There only where the rule hours is on.
        ...(row.hour !== undefined && { hour: row.hour }),
        office,
        make,
        model,
        rank,
        score,
        estimated_cost: dollarsOf(row, 'estimated_cost'),
        fleet,
      },
      // A schedule that was given may have a row without a day.
      covers_days: isDate(start) ? Array.from({ length: days }, (_, offset) => addDays(start, offset)) : [],
    };
  });
}

function usageOf(run: Run) {
  const days = recordsOf(run.tables.capacity);
  const total = sumOf(days, 'capacity');
  const used = sumOf(days, 'used');
  const datesOf = (kind: string) =>
    days
      .filter((row) => row.class === kind)
      .map((row) => ({ ...officeOf(row), date: row.date, slots: row.capacity, notes: row.notes ?? '' }));
  const special = { blackout_days: datesOf('blackout'), travel_days: datesOf('travel') };
  const noted = days.filter((row) => textOf(row, 'notes') !== '');
  return {
    daily_usage: days.map((row) => ({
      ...officeOf(row),
      date: row.date,
      day: row.day,
      capacity: row.capacity,
      used: row.used,
      remaining: row.capacity === null ? null : numberOf(row, 'capacity') - numberOf(row, 'used'),
      utilization_pct: percentOf(numberOf(row, 'used'), numberOf(row, 'capacity')),
      notes: row.notes ?? '',
    })),
    capacity_summary: {
      total_capacity: total,
      total_used: used,
      total_remaining: total - used,
      overall_utilization_pct: percentOf(used, total),
      blackout_days: special.blackout_days.length,
      travel_days: special.travel_days.length,
      days_with_notes: noted.length,
    },
    capacity_notes: noted.map((row) => ({ ...officeOf(row), date: row.date, day: row.day, notes: row.notes })),
    special_days: { ...special, reduced_days: datesOf('reduced'), increased_days: datesOf('increased') },
  };
}

/** The office of a row where several are planned together. */
const officeOf = ({ office }: TableRecord) => (office === undefined ? {} : { office });

function breakdownOf({ objective }: Run) {
  const { raw_score, cap_penalty, fairness_penalty, budget_penalty, total_penalties, net_score } = objective;
  return { raw_score, cap_penalty, fairness_penalty, budget_penalty, total_penalties, net_score };
}

function shapingOf(run: Run) {
  const scores = recordsOf(run.tables.scores);
  const loans = recordsOf(run.tables.assignments);
  const component = ({ term, points }: TableRecord) => [`${term}_total`, points] as const;
  return {
    weights: settingsOf(run).weights,
    components: { ...Object.fromEntries(scores.map(component)), total: sumOf(scores, 'points') },
    counts: {
      geo_matches: loans.filter((row) => numberOf(row, 'score_geo') > 0).length,
      with_history: loans.filter((row) => numberOf(row, 'score_hist') > 0).length,
      avg_pub_rate: run.metrics.avg_pub_rate ?? null,
    },
  };
}

function capOf(row: TableRecord) {
  const { person_id, make, rank, cap, assigned, used_after, remaining_after, overage_before, overage_after } = row;
  return {
    ...{
      person_id,
      make,
      rank,
      used_12m_before: row.used_before,
      cap: cap ?? 'Unlimited',
      assigned_this_week: assigned,
    },
    ...{
      used_after,
      remaining_after,
      overage_before,
      overage_after,
      delta_overage: row.delta_overage,
      penalty: row.penalty,
    },
  };
}

function fairnessOf(run: Run) {
  const { fairness } = settingsOf(run).rules;
  const target = fairness === false ? null : fairness.target;
  return recordsOf(run.tables.partners)
    .filter((row) => numberOf(row, 'assigned') > 0)
    .map(({ person_id, assigned, excess, penalty }) => ({
      ...{ person_id, n_assigned: assigned, fair_target: target, excess, fairness_penalty: penalty },
      is_concentrated: target !== null && Number(assigned) > target,
    }));
}

function fairnessMetricsOf({ objective, metrics }: Run) {
  const { partners_assigned, partners_with_multiple, max_concentration, avg_assignments, hhi } = metrics;
  return {
    total_penalty: objective.fairness_penalty ?? 0,
    ...{ partners_assigned, partners_with_multiple, max_concentration, avg_assignments },
    gini_coefficient: metrics.gini,
    gini_all_eligible: metrics.gini_eligible,
    ...{
      hhi,
      top_5_share: metrics.top_5_share,
      top_1_share: metrics.top_1_share,
      concentration_ratio: metrics.top_1_share,
    },
  };
}

function budgetOf(row: TableRecord) {
  const { office, fleet, year, quarter } = row;
  return {
    ...{ office, fleet, year, quarter },
    budget_amount: dollarsOf(row, 'budget_amount'),
    amount_used: dollarsOf(row, 'amount_used'),
    remaining_before: dollarsOf(row, 'remaining_before'),
    planned_spend: dollarsOf(row, 'planned'),
    remaining_after: dollarsOf(row, 'remaining_after'),
    over_budget: dollarsOf(row, 'over_budget'),
    penalty_points: row.penalty,
  };
}

/** Cents as dollars. */
function dollarsOf(row: TableRecord, name: string): number | null {
  const cents = row[name];
  return typeof cents === 'number' ? cents / 100 : null;
}

/** A share in percent with one decimal; 0 of nothing. */
const percentOf = (part: number, whole: number): number => (whole > 0 ? Math.round((1000 * part) / whole) / 10 : 0);
