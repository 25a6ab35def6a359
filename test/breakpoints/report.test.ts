import { expect, it } from 'vitest';
import { breakpoints } from '../../src/breakpoints/breakpoints.ts';
import { breakpointsDocument } from '../../src/breakpoints/report.ts';
import { drawChart } from '../../src/report/charts/draw.ts';

const WEEK = 'test/runs/tiny/week.yaml';

it('leads with what people get, and says where the value of the scenario as it stands lies', async () => {
  const found = await breakpoints(WEEK, { path: 'rules.fairness.penalty', from: 0, to: 400, step: 100 });
  expect(found.now).toBe(200);
  const [things, net] = breakpointsDocument(found).sections;
  expect([things?.id, net?.id]).toEqual(['things', 'net']);
  const own = found.steps.find(({ from, to }) => from <= 200 && 200 <= to)!;
  expect(things?.lead).toContain(`Today it is 200: the schedule of today is the best from ${own.from} to ${own.to}.`);
  const [chart] = things!.blocks;
  const rows = chart?.type === 'chart' ? chart.data.rows! : [];
  expect(rows.map(({ y }) => y)).toEqual(
    found.steps.flatMap(({ metrics }) => [metrics.partners_assigned, metrics.partners_assigned]),
  );
});

it('says nothing of such a value where it lies outside', async () => {
  const found = await breakpoints(WEEK, { path: 'rules.fairness.penalty', from: 300, to: 400, step: 100 });
  expect(breakpointsDocument(found).sections[0]?.lead).not.toContain('oday');
});

it('marks the value of today in every chart, and draws all that people get', async () => {
  const found = await breakpoints(WEEK, { path: 'rules.fairness.penalty', from: 0, to: 400, step: 100 });
  const charts = breakpointsDocument(found).sections.flatMap(({ blocks }) =>
    blocks.filter(({ type }) => type === 'chart'),
  );
  expect(charts.length).toBeGreaterThan(3);
  for (const chart of charts) {
    if (chart.type !== 'chart') continue;
    expect(chart.data.now).toEqual([{ x: 200, words: 'today: 200' }]);
    expect(chart.titles?.x).toBe('Fairness penalty');
    const drawings = await drawChart(chart, 'today');
    for (const { svg } of drawings) expect(svg).toContain('today: 200');
  }
});

it('marks no value that lies outside', async () => {
  const found = await breakpoints(WEEK, { path: 'rules.fairness.penalty', from: 300, to: 400, step: 100 });
  const charts = breakpointsDocument(found).sections.flatMap(({ blocks }) =>
    blocks.filter(({ type }) => type === 'chart'),
  );
  for (const chart of charts) if (chart.type === 'chart') expect(chart.data.now).toEqual([{ x: 300, words: '' }]);
});
