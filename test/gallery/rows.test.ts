import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sectionsOf } from '../../src/compare/report/view.ts';
import { weeksBudgets } from '../../src/domains/loans/report/weeks/budgets.ts';
import { weeksCaps } from '../../src/domains/loans/report/weeks/caps.ts';
import { weeksReach } from '../../src/domains/loans/report/weeks/reach.ts';
import { loansPage } from '../../src/domains/loans/report.ts';
import { sectionOf } from '../../src/report/chapter.ts';
import type { Datum, Section } from '../../src/report/page.ts';
import { funnelSection } from '../../src/report/run/sections.ts';
import { pricesSection } from '../../src/report/run/shadow-prices.ts';
import type { Run } from '../../src/runs/run.ts';
import { policies } from '../compare/report/policies.ts';
import { table } from '../report/table.ts';
import { tinyRun } from '../runs/tiny.ts';
import { ENTRIES } from './entries.ts';
import type { Entry } from './entry.ts';

type Data = Readonly<Record<string, readonly Datum[]>>;

/** `rows: label value` for each data set. */
const fieldsOf = (data: Data): readonly string[] =>
  Object.entries(data).map(([name, rows]) => `${name}: ${[...new Set(rows.flatMap(Object.keys))].sort().join(' ')}`);

/** Names in a spec: fields that it reads of its rows, and those that it reckons itself. */
function namesIn(node: unknown): { readonly read: readonly string[]; readonly made: readonly string[] } {
  if (typeof node === 'string')
    return { read: [...node.matchAll(/\bdatum\.(\w+)/g)].map((match) => match[1]!), made: [] };
  if (node === null || typeof node !== 'object') return { read: [], made: [] };
  const { field, as } = node as { field?: unknown; as?: unknown };
  const inner = Object.values(node).map(namesIn);
  return {
    read: [...(typeof field === 'string' ? [field] : []), ...inner.flatMap(({ read }) => read)],
    made: [...(typeof as === 'string' ? [as] : []), ...inner.flatMap(({ made }) => made)],
  };
}

const given = ENTRIES.map((entry) => [entry.chart, entry] as const);

describe.each(given)('the rows of %s', (chart, { cases }: Entry) => {
  it('have every field that the spec reads', () => {
    const { read, made } = namesIn(JSON.parse(readFileSync(`reports/charts/${chart}.vl.json`, 'utf8')));
    // What an axis calls `datum.value` is the value of its tick.
    const wanted = [...new Set(read)].filter((name) => !made.includes(name) && name !== 'value');
    for (const { data } of cases) {
      const there = new Set(Object.values(data).flatMap((rows) => rows.flatMap(Object.keys)));
      expect(wanted.filter((name) => !there.has(name))).toEqual([]);
    }
  });
});

const progress = table(
  ['week:integer', 'partners:integer', 'new_partners:integer', 'partners_so_far:integer', 'caps_full', 'caps_over'],
  [[1, 5, 5, 5, 0, 0]],
);
const spending = table(['fleet', 'quarter', 'week:integer', 'share:number'], [['Volvo', 'Q4', 1, 0.25]]);
const run = await tinyRun();
// The tables of many weeks, which one week does not have.
const weeks: Run = { ...run, tables: { progress, spending } };
const sections: readonly (Section | undefined)[] = [
  ...loansPage(run).sections,
  ...[funnelSection(run), pricesSection(run)],
  ...[weeksReach, weeksCaps, weeksBudgets].map((chapter) => sectionOf(chapter, weeks)),
  ...sectionsOf(await policies(3)),
];
const shown = sections
  .flatMap((section) => section?.blocks ?? [])
  .flatMap((block) => (block.type === 'chart' ? [block] : []));

describe('rows as reports give them', () => {
  it.each([...new Map(shown.map((block) => [block.chart, block]))])(
    '%s has the same fields here',
    (chart, { data }) => {
      const entry = ENTRIES.find((one) => one.chart === chart)!;
      expect(fieldsOf(entry.cases[0]!.data)).toEqual(fieldsOf(data));
    },
  );

  it('are compared for most charts', () => {
    expect(new Set(shown.map(({ chart }) => chart)).size).toBeGreaterThanOrEqual(16);
  });
});
