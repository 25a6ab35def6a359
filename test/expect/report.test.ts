import { describe, expect, it } from 'vitest';
import { checkExpectations } from '../../src/expect/expect.ts';
import { expectationsOf } from '../../src/expect/report.ts';
import { pageOf, renderReport } from '../../src/index.ts';
import { fixtureRun, infeasibleRun } from '../report/fixture.ts';

const metrics = {
  assignments: { label: 'Loans', better: 'more', headline: true, unit: 'loans' },
  top_5_share: { label: 'Share of the first five', better: 'less', headline: true, unit: 'share' },
} as const;
const run = fixtureRun();
const of = (expect: Record<string, unknown>, asked = run) =>
  expectationsOf(asked, checkExpectations(asked, expect), metrics, ['loan', 'loans']);

describe('the expectations of a report', () => {
  it('are lines with what is wanted and what was found, by the names and units of people', () => {
    const judged = of({ status: 'optimal', assignments: { min: 70 }, top_5_share: { max: 0.25 } })!;
    expect(judged.expectations).toEqual({ met: 2, all: 3, failed: ['Loans: 63, wanted at least 70'] });
    expect(judged.section.blocks[0]).toMatchObject({
      table: {
        rows: [
          ['Status', 'optimal', 'optimal', '✓ met'],
          ['Loans', 'at least 70', '63', '✕ not met'],
          ['Share of the first five', 'at most 25%', '15.9%', '✓ met'],
        ],
      },
      tones: ['plain', 'poor', 'plain'],
    });
  });

  it('show all digits where the rounded ones would not show the miss', () => {
    expect(of({ top_5_share: { max: 0.1587 } })!.expectations.failed).toEqual([
      'Share of the first five: 0.15873015873015872, wanted at most 0.1587',
    ]);
  });

  it('name rows that the schedule must or must not hold', () => {
    const lines = of({ assignments: { must: [{ vin: 'V1' }], must_not: [{ person_id: '1001' }] } })!;
    expect(lines.expectations.failed).toEqual([
      'Loan with vin V1: none, wanted at least one',
      'Loan with person_id 1001: 2 loans, wanted none',
    ]);
  });

  it('are the status alone where there is no schedule', () => {
    expect(of({ status: 'optimal', assignments: 63 }, infeasibleRun())!.expectations).toMatchObject({ met: 0, all: 1 });
  });

  it('are nothing where nothing is expected', () => {
    expect(of({})).toBeUndefined();
  });
});

describe('a report drawn from a record', () => {
  const scenario = { ...run.scenario, expect: { assignments: 63, gini: { max: 0.1 } } };

  it('has them in its verdict, its first section and its badges', async () => {
    const expecting = { ...run, scenario };
    expect(pageOf(expecting).first?.[0]?.id).toBe('expectations');
    const html = await renderReport(expecting);
    expect(html).toContain('<p class="headline">1 of 2 expectations met</p>');
    expect(html).toContain('<a href="#expectations">1 of 2 expectations met</a>');
    expect(html.indexOf('id="expectations"')).toBeLessThan(html.indexOf('id="score"'));
  });
});
