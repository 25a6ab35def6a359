import { describe, expect, it } from 'vitest';
import { checkExpectations } from '../../src/expect/expect.ts';
import { expectationsOf } from '../../src/expect/report.ts';
import { pageOf, renderReport } from '../../src/index.ts';
import { stuckRun, tinyRun } from '../runs/tiny.ts';

const metrics = {
  assignments: { label: 'Loans', better: 'more', headline: true, unit: 'loans' },
  top_1_share: { label: 'Share of the first partner', better: 'less', headline: true, unit: 'share' },
} as const;
const run = await tinyRun();
const stuck = await stuckRun();
const of = (expect: Record<string, unknown>, asked = run) =>
  expectationsOf(asked, checkExpectations(asked, expect), metrics, ['loan', 'loans']);

describe('the expectations of a report', () => {
  it('are lines with what is wanted and what was found, by the names and units of people', () => {
    const judged = of({ status: 'optimal', assignments: { min: 10 }, top_1_share: { max: 0.4 } })!;
    expect(judged.expectations).toEqual({ met: 2, all: 3, failed: ['Loans: 9, wanted at least 10'] });
    expect(judged.section.blocks[0]).toMatchObject({
      table: {
        rows: [
          ['Status', 'optimal', 'optimal', '✓ met'],
          ['Loans', 'at least 10', '9', '✕ not met'],
          ['Share of the first partner', 'at most 40%', '33.3%', '✓ met'],
        ],
      },
      tones: ['plain', 'poor', 'plain'],
    });
  });

  it('show all digits where the rounded ones would not show the miss', () => {
    expect(of({ top_1_share: { max: 0.3333 } })!.expectations.failed).toEqual([
      'Share of the first partner: 0.333333, wanted at most 0.3333',
    ]);
  });

  it('name rows that the schedule must or must not hold', () => {
    const lines = of({ assignments: { must: [{ vin: 'L1' }], must_not: [{ person_id: '1' }] } })!;
    expect(lines.expectations.failed).toEqual([
      'Loan with vin L1: none, wanted at least one',
      'Loan with person_id 1: 3 loans, wanted none',
    ]);
  });

  it('are the status alone where there is no schedule', () => {
    expect(of({ status: 'optimal', assignments: 9 }, stuck)!.expectations).toMatchObject({ met: 0, all: 1 });
  });

  it('are nothing where nothing is expected', () => {
    expect(of({})).toBeUndefined();
  });
});

describe('a report drawn from a record', () => {
  const scenario = { ...run.scenario, expect: { assignments: 9, gini: { max: 0.1 } } };

  it('has them in its verdict, its first section and its badges', async () => {
    const expecting = { ...run, scenario };
    expect(pageOf(expecting).first?.[0]?.id).toBe('expectations');
    const html = await renderReport(expecting);
    expect(html).toContain('<p class="headline">1 of 2 expectations met</p>');
    expect(html).toContain('<a href="#expectations">1 of 2 expectations met</a>');
    expect(html.indexOf('id="expectations"')).toBeLessThan(html.indexOf('id="score"'));
  });
});
