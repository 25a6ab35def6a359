import { describe, expect, it } from 'vitest';
import { loansPage } from '../../src/domains/loans/report.ts';
import type { Page } from '../../src/report/page.ts';
import { renderReport } from '../../src/report/render.ts';
import type { Run } from '../../src/runs/run.ts';
import { stuckRun, tinyRun } from '../runs/tiny.ts';
import { table } from './table.ts';

// One setting is changed by hand, so that the report lists it; it changes no schedule.
const week = await tinyRun({ set: ['rules.locality.range_miles=400'] });
const stuck = await stuckRun();

const HOSTILE = `<script>alert(1)</script>"><img src=x onerror=alert(1)> {{net}} {{{css}}} ' javascript:alert(1)`;

/** Every text that data could have brought into a run, made hostile. */
function poisoned(run: Run): Run {
  const text = (value: string) => `${value} ${HOSTILE}`;
  const tables = Object.fromEntries(
    Object.entries(run.tables).map(([name, { columns, rows }]) => [
      name,
      {
        columns: columns.map((column) => ({ ...column, label: text(column.label) })),
        rows: rows.map((row) =>
          row.map((cell, i) => (typeof cell === 'string' && columns[i]!.type === 'text' ? text(cell) : cell)),
        ),
      },
    ]),
  );
  return {
    ...run,
    id: text(run.id),
    kind: text(run.kind),
    name: text(run.name),
    title: text(run.title),
    funnel: run.funnel.map((step) => ({ ...step, step: text(step.step), text: text(step.text) })),
    notes: run.notes.map(text),
    audit: { ...run.audit, levels: run.audit.levels.map((level) => ({ ...level, text: text(level.text) })) },
    scenario: {
      file: text(run.scenario.file),
      text: text(run.scenario.text),
      settings: { ...run.scenario.settings, office: text('Los Angeles') },
      overrides: [{ path: text('path'), old: text('old'), new: { [HOSTILE]: HOSTILE }, by: text('by') }],
    },
    provenance: {
      ...run.provenance,
      engine: text('engine'),
      solver: text('solver'),
      method: text('method'),
      data: text('data'),
    },
    conflict: {
      members: [{ rule: text('rule'), label: text('label') }],
      relaxation: [{ rule: text('rule'), label: text('label'), by: 1 }],
    },
    tables,
  };
}

function render(run: Run): Promise<string> {
  return renderReport(run, loansPage(run));
}

it('gives the same bytes for the same run', async () => {
  expect(await render(week)).toBe(await render(week));
});

it('shows no timing', async () => {
  const slow = { ...week, timing: [{ stage: 'solve', ms: 987654, rows: 63 }] };
  expect(await render(slow)).toBe(await render(week));
});

it('holds the sections in their order', async () => {
  const html = await render(week);
  const ids = [...html.matchAll(/<section id="([a-z]+)" class="chapter"/g)].map((match) => match[1]);
  expect(ids).toEqual(
    'score capacity fairness caps budgets funnel prices schedule quarantine trust provenance'.split(' '),
  );
});

it('needs nothing but itself', async () => {
  const html = await render(week);
  expect(html).not.toMatch(/<script|<link|<img|<iframe|<object|<embed|@import|url\((?!#)/i);
  expect([...html.matchAll(/href="([^"]*)"/g)].filter((match) => !match[1]!.startsWith('#'))).toEqual([]);
  expect(html).toContain(`default-src 'none'`);
});

it('has no id twice', async () => {
  const ids = [...(await render(week)).matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
});

it('shows hostile text as text, wherever it stands', async () => {
  const html = await render(poisoned(week));
  expect(html).not.toMatch(/<script|<img/i);
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(html).toContain('{{net}}');
  expect([...html.matchAll(/href="([^"]*)"/g)].filter((match) => !match[1]!.startsWith('#'))).toEqual([]);
});

it('keeps to the tags of the honest run, whatever the text', async () => {
  const tags = (html: string) => new Set([...html.matchAll(/<([a-zA-Z]+)/g)].map((match) => match[1]));
  const honest = { ...week, conflict: { members: [{ rule: 'r', label: 'l' }], relaxation: [] } };
  expect(tags(await render(poisoned(week)))).toEqual(tags(await render(honest)));
});

it('shows the conflict and the way out where there is no schedule', async () => {
  const html = await render(stuck);
  expect(html).toContain('No schedule: these rules cannot hold together');
  expect(html).toContain('Pin: vin A1, by 1');
  expect(html).not.toContain('id="schedule"');
});

it('prints a failed level in red', async () => {
  const levels = [{ level: 1, name: 'feasible', passed: false, text: 'one violation' }] as const;
  const html = await render({ ...week, audit: { passed: false, levels } });
  expect(html).toContain('<section class="verdict poor"');
  expect(html).toMatch(/<li class="poor"><p class="name">1\. Feasible <span class="word">failed<\/span>/);
});

it('draws a run whose schedule is empty', async () => {
  const tables = {
    ...week.tables,
    assignments: table(['vin'], []),
    partners: table(['partner', 'assigned:integer'], []),
  };
  const html = await render({ ...week, tables, metrics: { assignments: 0, gini: null } });
  expect(html).toContain('the best schedule is empty');
});

it('folds what is long, and says where the rest is when it leaves rows out', async () => {
  const long = table(
    ['n:integer:Number'],
    Array.from({ length: 1000 }, (_, i) => [i]),
  );
  const page: Page = {
    subtitle: '',
    tiles: [],
    sections: [
      {
        id: 'long',
        title: 'Long',
        lead: '',
        blocks: [{ type: 'table', caption: 'Long', table: long, limit: 5, file: 'long.csv' }],
      },
    ],
  };
  const html = await renderReport(week, page);
  expect(html).toContain('<summary>395 more rows</summary>');
  expect(html).toContain('<p class="cut screen">The first 400 of 1,000 rows; all are in long.csv.</p>');
  expect(html).toContain('<p class="cut paper">The first 5 of 1,000 rows; all are in long.csv.</p>');
});

describe('on paper', () => {
  const withTable = (rows: number, more: Readonly<Record<string, unknown>>) => {
    const own = table(
      ['n:integer:Number'],
      Array.from({ length: rows }, (_, i) => [i]),
    );
    const block = { type: 'table' as const, caption: 'Numbers', table: own, ...more };
    const sections = [{ id: 'own', title: 'Own', lead: '', blocks: [block] }];
    return renderReport(week, { subtitle: '', tiles: [], sections });
  };

  it('a short fold is open', async () => {
    const html = await withTable(65, { limit: 5, file: 'own.csv' });
    expect(html).toContain('<details>\n<summary>60 more rows');
    expect(html).not.toContain('class="cut');
  });

  it('a long one stays on the screen, and the file is named', async () => {
    const html = await withTable(66, { limit: 5, file: 'own.csv' });
    expect(html).toContain('<details class="screen">\n<summary>61 more rows');
    expect(html).toContain('<p class="cut paper">The first 5 of 66 rows; all are in own.csv.</p>');
    expect(await withTable(66, { folded: true, file: 'own.csv' })).toContain('>Numbers: 66 rows, in own.csv.</p>');
  });

  it('a long one that no file holds is open', async () => {
    expect(await withTable(66, { limit: 5 })).toContain('<details>\n<summary>61 more rows');
  });
});

it('refuses a page with a chart outside its folder', async () => {
  const page: Page = {
    subtitle: '',
    tiles: [],
    sections: [
      { id: 'a', title: 'A', lead: '', blocks: [{ type: 'chart', chart: '../../package', caption: '', data: {} }] },
    ],
  };
  await expect(renderReport(week, page)).rejects.toThrow('no chart is called "../../package"');
});
