import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loansPage } from '../../../src/domains/loans/report.ts';
import { type Chart, drawChart } from '../../../src/report/charts/draw.ts';
import { funnelSection } from '../../../src/report/run/sections.ts';
import { pricesSection } from '../../../src/report/run/shadow-prices.ts';
import { tinyRun } from '../../runs/tiny.ts';

const run = await tinyRun();
const sections = [...loansPage(run).sections, funnelSection(run)!, pricesSection(run)!];
const charts = sections.flatMap((section) => section.blocks.filter((block) => block.type === 'chart'));

// Those of other reports are drawn by the tests of those.
it('has a drawing for every spec of the folder', () => {
  const specs = readdirSync('reports/charts').filter((file) =>
    /^(?!comparison|sweep|breakpoints|weeks|rotation|courses|bars|week-heat|ranges|calibration|adapt).*\.vl\.json$/.test(
      file,
    ),
  );
  expect(charts.map((chart) => `${chart.chart}.vl.json`).sort()).toEqual(specs.sort());
});

describe.each(charts.map((chart) => [chart.chart, chart] as const))('chart %s', (_, chart) => {
  it('draws without a warning', async () => {
    const warnings: string[] = [];
    await drawChart(chart, 'c', (text) => warnings.push(text));
    expect(warnings).toEqual([]);
  });
  it('draws the same bytes twice', async () => {
    expect(await drawChart(chart, 'c')).toEqual(await drawChart(chart, 'c'));
  });
  it('is an image with a name, and nothing in it moves or loads', async () => {
    for (const { size, svg } of await drawChart(chart, 'c')) {
      expect(svg).toMatch(new RegExp(`^<svg class="${size}" role="img" aria-labelledby="c-${size}-title"`));
      expect(svg).toContain(`<title id="c-${size}-title">`);
      expect(svg).not.toMatch(/<(script|a|image|foreignObject)\b|\shref=|NaN|undefined/);
    }
  });
  it('has no id of its own twice', async () => {
    const ids = (await drawChart(chart, 'c')).flatMap(({ svg }) =>
      [...svg.matchAll(/ id="([^"]+)"/g)].map((m) => m[1]),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});

const bars = (rows: Chart['data'][string]): Chart => ({ chart: 'prices', caption: 'Prices', data: { rows } });

it('escapes hostile labels and captions', async () => {
  const hostile = '<script>alert(1)</script>"><img src=x onerror=alert(1)>';
  const [drawing] = await drawChart({ ...bars([{ label: hostile, price: 1 }]), caption: hostile }, 'c');
  expect(drawing!.svg).not.toMatch(/<(script|img)/);
  expect(drawing!.svg).toContain('&#60;script&#62;');
});

it('keeps two bars of one label apart', async () => {
  const [drawing] = await drawChart(
    bars([
      { label: 'Ana Ito', price: 1 },
      { label: 'Ana Ito', price: 2 },
    ]),
    'c',
  );
  expect(drawing!.svg).toContain('Ana Ito (2)');
});

it('refuses a chart whose rows were not given', async () => {
  await expect(drawChart({ chart: 'prices', caption: 'Prices', data: {} }, 'c')).rejects.toThrow(
    'no rows given for rows',
  );
});
