import { readdirSync, readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { expect, it } from 'vitest';
import { comparisonView } from '../../src/compare/report/view.ts';
import { loansPage } from '../../src/domains/loans/report.ts';
import { interactiveOf } from '../../src/report/interactive.ts';
import { viewOf } from '../../src/report/run/view.ts';
import { policies } from '../compare/report/policies.ts';
import { tinyRun } from '../runs/tiny.ts';

const three = await policies(3);
// A setting changed by hand fills the list of such changes; it changes no schedule.
const run = await tinyRun({ set: ['rules.locality.range_miles=400'] });

const files = ['report.hbs', 'comparison.hbs', ...readdirSync('reports/partials').map((file) => `partials/${file}`)];
const sources = files.map((file) => [file, readFileSync(`reports/${file}`, 'utf8')] as const);

/** What the features say of a run on its first screen, beside its kind. */
const SAID = {
  changed: [{ since: 'week@1', text: 'nothing' }],
  determined: { text: 'not asked', option: '--ties' },
  expectations: { met: 1, all: 1, failed: [] },
};

/** The names that a template reads, from its syntax tree. */
function pathsIn(node: unknown): readonly string[] {
  if (node === null || typeof node !== 'object') return [];
  const { type, original } = node as { type?: string; original?: string };
  if (type === 'PathExpression') return [original!];
  if (type === 'PartialStatement') return [];
  return Object.values(node).flatMap(pathsIn);
}

function keysIn(node: unknown, into = new Set<string>()): Set<string> {
  if (Array.isArray(node)) for (const item of node) keysIn(item, into);
  else if (node !== null && typeof node === 'object') {
    for (const [key, value] of Object.entries(node)) {
      into.add(key);
      keysIn(value, into);
    }
  }
  return into;
}

it.each(sources)('%s reads no name that the view lacks', async (file, source) => {
  // Templates of a comparison are held against its view alone: a name that only a run's view has would be a gap.
  const live = interactiveOf({ interactive: true });
  const view = file.includes('comparison')
    ? comparisonView(three, '', live)
    : viewOf(run, { ...loansPage(run), ...SAID }, '', live);
  const keys = keysIn(await view);
  const helpers = new Set(['each', 'if', 'with', 'this']);
  const names = pathsIn(Handlebars.parse(source)).flatMap((path) => path.split('.'));
  expect(names.filter((name) => !helpers.has(name) && !keys.has(name))).toEqual([]);
});

it.each(sources)(
  '%s prints nothing unescaped but the style sheet, the charts, and the script with its data',
  (_, source) => {
    const raw = [...source.matchAll(/\{\{\{(.*?)\}\}\}|\{\{&(.*?)\}\}/g)].map((match) => match[1] ?? match[2]);
    expect(raw.filter((name) => !['css', 'svg', 'live.data', 'live.script'].includes(name!))).toEqual([]);
  },
);

it.each(sources)('%s quotes every attribute and takes no address from data', (_, source) => {
  expect(source).not.toMatch(/=\{\{/);
  expect(source).not.toMatch(/(?:src|href|action)="\{\{/);
});
