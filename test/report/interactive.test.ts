import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bundlePage } from '../../src/bundle/page.ts';
import { renderComparison } from '../../src/compare/report/report.ts';
import { loansPage } from '../../src/domains/loans/report.ts';
import { readScenario } from '../../src/domains/read.ts';
import { outcomes } from '../../src/domains/rotation/report/outcomes.ts';
import { runScenario } from '../../src/pipeline/run-scenario.ts';
import { sectionOf } from '../../src/report/chapter.ts';
import { brushOf } from '../../src/report/charts/interactive.ts';
import type { InteractiveData } from '../../src/report/charts/interactive-data.ts';
import { factsOf } from '../../src/report/facts.ts';
import { hashOf, scriptJson } from '../../src/report/interactive.ts';
import type { Page } from '../../src/report/page.ts';
import { recordsOf } from '../../src/report/records.ts';
import { renderReport } from '../../src/report/render.ts';
import { policies } from '../compare/report/policies.ts';
import { rewrittenRun, stuckRun, tinyRun } from '../runs/tiny.ts';
import { table } from './table.ts';

const stuck = await stuckRun();

const run = await tinyRun();
const html = await renderReport(run, loansPage(run), { interactive: true });
const plain = await renderReport(run, loansPage(run));

/** The scripts of a page: what stands between their tags, as a browser takes it. */
function scriptsOf(page: string): readonly { readonly attributes: string; readonly text: string }[] {
  return [...page.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)].map(([, attributes = '', text = '']) => ({
    attributes,
    text,
  }));
}

function dataOf(page: string): InteractiveData {
  return JSON.parse(scriptsOf(page)[0]!.text) as InteractiveData;
}

function policyOf(page: string): string {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? '';
  return policy.replaceAll('&#x27;', "'").replaceAll('&#x3D;', '=');
}

describe('a plain report', () => {
  it('has no script, no data for one, and no mark of the other sort', () => {
    expect(plain).not.toMatch(/<script|data-about|data-chart|script-src/);
    expect(plain).toContain('This file needs no network and runs no script.');
    expect(policyOf(plain)).toBe("default-src 'none'; style-src 'unsafe-inline'");
  });
});

describe('an interactive report', () => {
  it('allows exactly its one script, and nothing else', () => {
    const [data, script, ...more] = scriptsOf(html);
    expect(more).toEqual([]);
    expect(data!.attributes).toBe(' type="application/json" id="charts"');
    const hash = createHash('sha256').update(script!.text).digest('base64');
    expect(policyOf(html)).toBe(`default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'`);
    expect(hashOf(script!.text)).toBe(`'sha256-${hash}'`);
  });

  it('holds everything that the plain one shows, drawn', () => {
    expect(html.match(/<svg /g)).toHaveLength(plain.match(/<svg /g)!.length);
    const stripped = html.slice(0, html.indexOf('<footer>')).replaceAll(/ data-(?:about|chart)="[^"]*"/g, '');
    expect(stripped.slice(stripped.indexOf('<body>'))).toBe(
      plain.slice(plain.indexOf('<body>'), plain.indexOf('<footer>')),
    );
  });

  it('says in its last line what it runs', () => {
    expect(html).toContain('Its one script, in this file, draws the charts again with Vega');
    expect(html).not.toContain('runs no script');
  });

  it('is the same bytes each time', async () => {
    expect(await renderReport(run, loansPage(run), { interactive: true })).toBe(html);
  });

  it('may be drawn twice from one page: drawing leaves the rows of the page alone', async () => {
    const page = loansPage(run);
    await renderReport(run, page);
    expect(await renderReport(run, page, { interactive: true })).toBe(html);
  });

  it('is below a megabyte for a week', async () => {
    const whole = await runScenario(readScenario('scenarios/loans/la-week.yaml'));
    expect((await renderReport(whole, loansPage(whole), { interactive: true })).length).toBeLessThan(1_000_000);
  });

  it('is drawn of a run without a schedule too', async () => {
    const none = stuck;
    expect(dataOf(await renderReport(none, loansPage(none), { interactive: true })).charts).toBeInstanceOf(Array);
  });
});

describe('the data of the page', () => {
  const { charts, kinds, things } = dataOf(html);
  const chart = (id: string) => charts.find((one) => one.id === id)!;

  it('has a chart for each figure', () => {
    expect(charts.map(({ id }) => id)).toEqual(
      [...html.matchAll(/<figure [^>]*data-chart="([^"]+)"/g)].map((match) => match[1]),
    );
  });

  it('says of a partner on the Lorenz curve what the tables say', () => {
    const last = chart('fairness-1').marks.filter(({ facts }) => facts.some(([, value]) => /5 of 5$/.test(value)));
    expect(last).toHaveLength(1);
    expect(Object.fromEntries(last[0]!.facts)).toMatchObject({ Loans: '3', 'Penalty (points)': '975' });
  });

  it('links bars, curves and rows by the loans that they are about', () => {
    const monday = chart('capacity-1').marks[0]!;
    expect(monday.about).toHaveLength(2);
    expect(new Set(monday.about.map((thing) => kinds[things[thing]!]![1]))).toEqual(new Set(['loans']));
    const rows = [...html.matchAll(/data-about="([^"]+)"/g)].map((match) => match[1]!.split(' ').map(Number));
    const own = rows.filter((about) => about.length === 1 && monday.about.includes(about[0]!));
    expect(own.length).toBeGreaterThanOrEqual(2);
  });

  it('names a row of data by the number of its mark, and holds no data twice', () => {
    for (const { data, marks, specs } of charts) {
      const numbers = Object.values(data).flatMap((rows) => rows.flatMap((row) => row._mark ?? []));
      expect(new Set(numbers)).toEqual(new Set(marks.keys()));
      expect(JSON.stringify(specs)).not.toContain('"values":[{');
    }
  });

  it('selects along the axis on which names stand, and freely between two measures', () => {
    expect(chart('capacity-1').brush).toBe('y');
    expect(chart('fairness-1').brush).toBe('xy');
    expect(chart('fairness-2').brush).toBe('x');
    expect(brushOf({ encoding: { x: { type: 'nominal' }, y: { type: 'ordinal' } } })).toBe('xy');
    expect(brushOf({ encoding: { x: { type: 'quantitative' } } })).toBe('x');
  });

  it('of a comparison links by scenario', async () => {
    const page = dataOf(await renderComparison(await policies(3), { interactive: true }));
    const marks = page.charts.flatMap((one) => one.marks);
    const first = marks[0]!.about[0]!;
    expect(page.kinds[page.things[first]!]).toEqual(['scenario', 'scenarios']);
    expect(marks.filter(({ about }) => about.includes(first)).length).toBeGreaterThan(3);
  });

  it('numbers two ends of one piece as one', async () => {
    const mark = { title: 'a piece', facts: [], about: ['step:0'] };
    const rows = [
      { x: 0, y: 0, edge: 0, order: 0 },
      { x: 1, y: 1, edge: 0, order: 1 },
    ];
    const page: Page = {
      subtitle: '',
      tiles: [],
      sections: [
        {
          id: 'one',
          title: '',
          lead: '',
          blocks: [
            {
              type: 'chart',
              chart: 'breakpoints',
              caption: '',
              data: { rows, now: [] },
              marks: { rows: [mark, mark], now: [] },
            },
          ],
        },
      ],
    };
    const found = dataOf(await renderReport(run, page, { interactive: true })).charts.find(({ id }) => id === 'one-1')!;
    expect(found.marks).toHaveLength(1);
  });
});

describe('hostile names', () => {
  const NAME = `</script><script>alert(1)</script><!-- $\{alert(2)}\u2028 __proto__ javascript:alert(3)`;

  it('cannot end the script, and come back whole', async () => {
    const ids: Readonly<Record<string, string>> = { 1: '__proto__', 2: 'constructor' };
    const names: Readonly<Record<string, string>> = { 'Ana Abara': NAME, 'Ben Brandt': '__proto__' };
    const hostile = await rewrittenRun({ person_id: (id) => ids[id] ?? id, name: (name) => names[name] ?? name });
    const page = await renderReport(hostile, loansPage(hostile), { interactive: true });
    expect(scriptsOf(page)).toHaveLength(2);
    expect(scriptsOf(page)[0]!.text).not.toMatch(/[<>&\u2028\u2029]/);
    const titles = dataOf(page).charts.flatMap(({ marks }) => marks.map(({ title }) => title));
    // Line separators and blanks in a name are read as the one blank that they look like.
    expect(titles).toContain(NAME.replace('\u2028 ', ' '));
    expect(titles).toContain('__proto__');
  });

  it('are told apart by what JSON says, not by what HTML does', () => {
    expect(JSON.parse(scriptJson({ '<!--': '\u2028&' }))).toEqual({ '<!--': '\u2028&' });
  });
});

describe('facts', () => {
  const sums = table(
    ['penalty:integer:Penalty (points)', 'planned:money:Planned', 'note:text:Note'],
    [[1200, 5000, '']],
  );
  it('say a unit once, format as the tables do, and leave out what is empty or not there', () => {
    expect(factsOf(sums.columns, recordsOf(sums)[0]!, ['penalty points', 'planned', 'note', 'none'])).toEqual([
      ['Penalty (points)', '1,200'],
      ['Planned', '$50'],
    ]);
  });
});

describe('the script', () => {
  const built = readFileSync(new URL('../../dist/report/browser/page.js', import.meta.url), 'utf8');

  it('is what its sources give; otherwise run "npm run build"', async () => {
    expect((await bundlePage()) === built).toBe(true);
  });

  it('keeps the licences of what it holds', () => {
    expect(built).toMatch(/^\/\*!\n/);
    for (const name of ['vega 6', 'vega-interpreter 2', 'd3-scale']) expect(built).toContain(name);
    expect(built).toContain('Redistributions in binary form must reproduce the above copyright');
  });

  it('holds nothing that would end a script element', () => {
    expect(built).not.toMatch(/<\/script|<!--/i);
  });
});

it('a report of rotation says what became of each tier', () => {
  const tiers = table(
    ['tier:text:Tier', 'spots:integer:Spots', 'placed:integer:Placed', 'moved:integer:Moved'],
    [['priority', 3, 2, 1]],
  );
  const unplaced = table(['spot:text:Spot', 'tier:text:Tier'], [['S9', 'priority']]);
  const [chart] = sectionOf(outcomes, { ...run, tables: { tiers, unplaced } })!.blocks;
  expect(chart).toMatchObject({
    marks: {
      rows: [
        {
          title: 'Priority',
          facts: [
            ['As wished', '1 spot'],
            ['Moved', '1 spot'],
            ['Left out', '1 spot'],
          ],
          about: ['spot:S9'],
        },
      ],
    },
  });
});
