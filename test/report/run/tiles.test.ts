import { describe, expect, it } from 'vitest';
import type { MetricWords } from '../../../src/audit/metric/metric.ts';
import { metricTiles } from '../../../src/report/run/tiles.ts';
import type { Run } from '../../../src/runs/run.ts';
import { tinyRun } from '../../runs/tiny.ts';

// The metrics here are of no kind.
const week = await tinyRun();

const words = {
  gini: {
    label: 'Gini',
    better: 'less',
    band: (value: number) => ({ tone: value < 0.2 ? 'good' : 'poor', text: value < 0.2 ? 'even' : 'uneven' }),
  },
  hhi: { label: 'HHI', better: 'less' },
  assignments: { label: 'Loans', better: 'more', unit: 'loans', tile: { note: 'this week' } },
  spent: {
    label: 'Money spent',
    better: 'neutral',
    unit: 'dollars',
    tile: { label: 'Spent', tone: () => 'fair', note: (value: number) => `${value / 2} cars` },
  },
  margin: { label: 'Margin', better: 'more', tile: { note: 'to spare', none: '–' } },
} as const satisfies Readonly<Record<string, MetricWords<Run>>>;
const metrics = { gini: 0.25, hhi: 0.025, assignments: 1063, spent: 1200, margin: null };
const run = { ...week, metrics };

describe('tiles of metrics', () => {
  it('are written by unit, with what they are measured against, in the order of the page', () => {
    expect(metricTiles(words, run, ['spent', 'assignments'])).toEqual([
      { label: 'Spent', value: '$1,200', note: '600 cars', tone: 'fair' },
      { label: 'Loans', value: '1,063', note: 'this week' },
    ]);
  });

  it('call a band a rule of thumb, which has no colour: it is nobody’s policy', () => {
    expect(metricTiles(words, run, ['gini'])).toEqual([
      { label: 'Gini', value: '0.250', note: 'rule of thumb: uneven' },
    ]);
  });

  it('are measured against what the scenario expects, in its place', () => {
    const { scenario } = run;
    const expecting = (expect: Record<string, unknown>) =>
      metricTiles(words, { ...run, scenario: { ...scenario, expect } }, ['gini', 'spent']);
    expect(expecting({ gini: { max: 0.2 }, spent: { min: 1000, max: 1500 } })).toEqual([
      { label: 'Gini', value: '0.250', note: 'not met: wanted at most 0.200', tone: 'poor' },
      { label: 'Spent', value: '$1,200', note: '600 cars; wanted at least $1,000 and at most $1,500', tone: 'good' },
    ]);
    expect(expecting({ gini: 0.25 })[0]).toMatchObject({ note: 'wanted 0.250', tone: 'good' });
  });

  it('are not judged by rows that the schedule must hold', () => {
    const expecting = { ...run, scenario: { ...run.scenario, expect: { assignments: { must: [{ vin: 'V1' }] } } } };
    expect(metricTiles(words, expecting, ['assignments'])).toEqual([
      { label: 'Loans', value: '1,063', note: 'this week' },
    ]);
  });

  it('are there without a value only where something stands for it', () => {
    expect(metricTiles(words, run, ['margin'])).toEqual([{ label: 'Margin', value: '–', note: 'to spare' }]);
    expect(metricTiles(words, { ...week, metrics: { gini: null } }, ['gini', 'hhi'])).toEqual([]);
  });

  it('say how far a metric can move, where it can', () => {
    const open = {
      ...week,
      metrics,
      ranges: {
        gini: { least: 0.1, most: 0.25, exact: true },
        hhi: { least: 0.02, most: 0.03, exact: false },
        assignments: { least: 63, most: 63, exact: true },
      },
    };
    expect(metricTiles(words, open, ['gini', 'hhi', 'assignments']).map(({ note }) => note)).toEqual([
      'rule of thumb: uneven; 0.100 to 0.250 at the same net score',
      'at the most 0.020 to 0.030 at the same net score',
      'this week',
    ]);
  });
});
