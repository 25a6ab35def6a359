import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../../src/compare/comparison.ts';
import { comparisonTable, measuresTable } from '../../../src/compare/report/table.ts';
import { chartSpec } from '../../../src/report/charts/spec.ts';

describe('a chart as one spec', () => {
  it('holds its rows, its theme and its name, and a width in pixels', async () => {
    const data = { rows: [{ label: 'Volvo', value: 2 }] };
    expect(await chartSpec({ chart: 'bars', caption: 'Loans by make', data })).toMatchObject({
      description: 'Loans by make',
      width: 760,
      datasets: data,
      config: { background: '#ffffff', padding: { left: 0, right: 30 } },
    });
  });

  it('tells rows of one name apart, as the drawing does', async () => {
    const rows = [
      { label: 'Ann', value: 2 },
      { label: 'Ann', value: 1 },
    ];
    const { datasets } = await chartSpec({ chart: 'bars', caption: 'Loans', data: { rows } });
    expect(datasets).toMatchObject({ rows: [{ label: 'Ann' }, { label: 'Ann (2)' }] });
  });
});

describe('a comparison as a table', () => {
  it('has a row a run and a column a measure, shares as shares', () => {
    const measure = { better: 'more', headline: true, group: 'metric' } as const;
    const comparison = {
      measures: [
        { ...measure, name: 'gini', label: 'Gini' },
        { ...measure, name: 'share', label: 'Share', unit: 'share' },
        { ...measure, name: 'over', label: 'Over', unit: 'dollars' },
      ],
      runs: [{ label: 'a', status: 'optimal', values: { gini: 0.2, share: 0.5 } }],
    } as unknown as Comparison;
    const table = comparisonTable(comparison);
    expect(table.columns.map(({ type, label }) => `${label}: ${type}`)).toEqual([
      ...['Scenario: text', 'Status: text', 'Gini: number', 'Share: percent', 'Over (dollars): number'],
    ]);
    expect(table.rows).toEqual([['a', 'optimal', 0.2, 0.5, null]]);
    expect(measuresTable(comparison).rows).toEqual([
      ['Gini', '0.200'],
      ['Share', '50%'],
      ['Over', '–'],
    ]);
  });
});
