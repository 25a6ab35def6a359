import { describe, expect, it } from 'vitest';
import { priceListSection } from '../../src/prices/report.ts';
import { rangesSection } from '../../src/ties/report.ts';
import { table } from '../report/table.ts';
import { tinyRun } from '../runs/tiny.ts';

// Ranges of three sorts in one record; a test at the end has those of a run.
const week = await tinyRun();

const ranges = {
  gini: { least: 0.1, most: 0.25, exact: true },
  hhi: { least: 0.02, most: 0.03, exact: false },
  assignments: { least: 63, most: 63, exact: true },
};
const backbone = { always: 1200, chosen: 1300, exact: true };

describe('what ties leave open', () => {
  it('is a table of the metrics that can move', () => {
    const section = rangesSection({ ...week, ranges, backbone, metrics: { gini: 0.2, hhi: 0.025, assignments: 63 } })!;
    expect(section.lead).toBe(
      '1 of 3 figures is the same in every best schedule, 2 can differ; what stands where is open in 100 of 1,300 rows: the seed decides. 1,200 of the 1,300 rows of the schedule are in all of them.',
    );
    expect(section.blocks[0]).toMatchObject({
      table: {
        rows: [
          ['Gini', '0.200', '0.100', '0.250', 'reached'],
          ['Hhi', '0.025', '0.020', '0.030', 'not beyond'],
        ],
      },
    });
  });

  it('calls metrics what people call them, each value with its unit', () => {
    const open = {
      moved_rate: { least: 0.087, most: 0.101, exact: true },
      value: { least: 1200, most: 1300.5, exact: true },
    };
    const names = { moved_rate: { label: 'Share moved', unit: 'share' }, value: { label: 'Value', unit: 'dollars' } };
    const run = { ...week, ranges: open, backbone, metrics: { moved_rate: 0.092, value: 1250 } };
    expect(rangesSection(run, { metrics: names })!.blocks[0]).toMatchObject({
      table: {
        rows: [
          ['Share moved', '9.2%', '8.7%', '10.1%', 'reached'],
          ['Value', '$1,250', '$1,200', '$1,301', 'reached'],
        ],
      },
    });
  });

  it('says so where nothing can move, and is absent where nobody asked', () => {
    const still = { assignments: ranges.assignments };
    expect(rangesSection({ ...week, ranges: still, backbone })!.lead).toMatch(
      /^All figures are the same in every best schedule; /,
    );
    expect(rangesSection(week)).toBeUndefined();
  });
});

describe('the price list', () => {
  const columns = ['rule', 'group', 'change', 'gain:number', 'shadow:number', 'added', 'dropped'];

  it('names the change that brings the most, and counts what it adds and drops', () => {
    const rows = [['capacity', 'Mon', 'one more slot on Mon', 851, 851, 'a; b; c; d; e', '']];
    const section = priceListSection({ ...week, tables: { price_list: table(columns, rows) } })!;
    expect(section.lead).toBe(
      '1 limit loosened one at a time, each solved again: one more slot on Mon would bring the most, 851 points.',
    );
    expect(section.blocks[0]).toMatchObject({
      table: { rows: [['One more slot on Mon', 851, 5, 0]] },
    });
  });

  it('says that nothing binds', () => {
    expect(priceListSection({ ...week, tables: { price_list: table(columns, []) } })!.lead).toMatch(/^No limit binds/);
  });
});

it('says that none of the rows is in every best schedule', () => {
  const backbone = { always: 0, chosen: 63, exact: true };
  const run = { ...week, ranges: { assignments: { least: 63, most: 63, exact: true } }, backbone };
  expect(rangesSection(run, { noun: ['loan', 'loans'] })!.lead).toMatch(/None of the 63 loans is in all of them\.$/);
});

it('says how far the figures of a run can move', async () => {
  // At these prices Hana may have the second Polestar or Dev: 800 points, or 1,100 less 300.
  const set = ['rules.fairness.penalty=300', 'rules.fairness.step_up=500'];
  const { ranges } = await tinyRun({ set }, { ties: true });
  expect(ranges?.partners_assigned).toEqual({ least: 5, most: 6, exact: true });
});
