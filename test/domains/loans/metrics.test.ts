import { describe, expect, it } from 'vitest';
import { loans } from '../../../src/domains/loans/index.ts';
import { loanMetrics } from '../../../src/domains/loans/metrics.ts';
import { openSession, readScenario } from '../../../src/index.ts';
import { allChosen } from '../../audit/metric/all-chosen.ts';

describe('rules of thumb', () => {
  it.each([
    [0, 'good', 'excellent'],
    [0.05, 'good', 'excellent'],
    [0.0999, 'good', 'excellent'],
    [0.1, 'good', 'good'],
    [0.1999, 'good', 'good'],
    [0.2, 'fair', 'fair'],
    [0.25, 'fair', 'fair'],
    [0.3, 'fair', 'fair'],
    [0.301, 'poor', 'concentrated'],
    [0.31, 'poor', 'concentrated'],
  ] as const)('a Gini of %d is %s: %s', (gini, tone, word) => {
    const band = loanMetrics.gini.band!(gini);
    expect(band.tone).toBe(tone);
    expect(band.text).toMatch(new RegExp(`^${word} `));
  });

  it.each([
    ['hhi', 0.1, '0.10'],
    ['top_5_share', 0.4, '40%'],
    ['top_1_share', 0.15, '15%'],
  ] as const)('%s is even below %d, and not at it', (name, most, words) => {
    const { band } = loanMetrics[name];
    expect(band!(most - 0.0001)).toEqual({ tone: 'good', text: `even (below ${words})` });
    expect(band!(most)).toEqual({ tone: 'poor', text: `concentrated (${words} or more)` });
  });

  it('other metrics have none', () => {
    const others = Object.entries(loanMetrics).filter(([, { band }]) => band === undefined);
    expect(others.map(([name]) => name)).toContain('assignments');
    expect(others).toHaveLength(Object.keys(loanMetrics).length - 4);
  });
});

describe('metrics', () => {
  it('are all described', async () => {
    // Two of them are there only where ties are decided by them.
    const set = ['ties.prefer=["longest_waiting","fewest_loans_this_year"]'];
    const { run } = await openSession(readScenario('scenarios/loans/la-week.yaml', { set }));
    // And one only where the company has a budget.
    expect(Object.keys(run.metrics)).toEqual(Object.keys(loanMetrics).filter((name) => name !== 'company_budget_over'));
    expect(Object.keys(loans.metrics!)).toEqual(expect.arrayContaining(Object.keys(run.metrics)));
  });

  it('that follow from the choices alone are what the auditor finds', async () => {
    const { domain, scenario, data, instance, solution, run } = await openSession(
      readScenario('scenarios/loans/la-week.yaml'),
    );
    const rows = instance.schedule(solution.chosen);
    const found = allChosen(domain.formulas!(scenario.settings, data.tables, rows));
    expect(Object.keys(found)).toHaveLength(16);
    for (const [name, value] of Object.entries(found)) expect({ [name]: value }).toEqual({ [name]: run.metrics[name] });
  });

  it('have lines of a terminal in the order of the list', () => {
    expect(loans.terminal).toEqual([
      { metric: 'assignments', label: 'assignments', as: 'count' },
      { metric: 'partners_assigned', label: 'partners', of: 'partners_eligible', as: 'count' },
      { metric: 'gini_eligible', label: 'gini, all', as: 'decimal' },
      { metric: 'cap_overages', label: 'over cap', as: 'count' },
      { metric: 'budget_planned', label: 'planned', as: 'dollars' },
      { metric: 'budget_over', label: 'over budget', as: 'dollars' },
      { metric: 'utilization', label: 'capacity', as: 'percent' },
    ]);
  });
});
