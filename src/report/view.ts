import type { Run } from '../runs/run.ts';
import type { ResultTable } from '../tables/result.ts';
import { drawChart } from './charts.ts';
import { cellText, count, plural, sentence } from './format.ts';
import type { Block, Page, Section } from './page.ts';
import { conflictSection, funnelSection, pricesSection, quarantineSection, words } from './standard.ts';
import { verdictOf } from './verdict.ts';

// More would only make the file heavy: whoever wants every row of a long table has its CSV.
const MOST_ROWS = 400;

/** Everything that the templates print, as plain data. Every key is always there: a template never meets a gap. */
export async function viewOf(run: Run, page: Page, css: string) {
  const sections = sectionsOf(run, page);
  const views = [];
  for (const section of sections) views.push(await sectionView(section));
  const numbered = views.map((section, i) => ({ ...section, number: i + 1 }));
  const trust = run.audit.levels.map(levelView);
  return {
    css,
    title: run.title,
    subtitle: page.subtitle,
    kind: words(run.kind),
    variant: run.name,
    verdict: verdictOf(run),
    net: run.status === 'infeasible' || run.status === 'unknown' ? null : count(run.objective.net_score ?? 0),
    levels: trust,
    tiles: page.tiles.map((tile) => ({
      label: tile.label,
      value: tile.value,
      note: tile.note ?? '',
      tone: tile.tone ?? 'plain',
    })),
    notes: run.notes.map(sentence),
    hasNotes: run.notes.length > 0,
    sections: numbered,
    trustNumber: numbered.length + 1,
    provenanceNumber: numbered.length + 2,
    trustLead: trustLead(run),
    provenance: provenanceView(run),
  };
}

function sectionsOf(run: Run, page: Page): readonly Section[] {
  const all = [
    conflictSection(run),
    ...page.sections,
    funnelSection(run),
    pricesSection(run),
    page.schedule,
    quarantineSection(run),
  ];
  return all.filter((section) => section !== undefined);
}

async function sectionView(section: Section) {
  const blocks = [];
  for (const [i, block] of section.blocks.entries()) blocks.push(await blockView(block, `${section.id}-${i + 1}`));
  return { id: section.id, title: section.title, lead: section.lead, blocks };
}

const NO_BLOCK = { text: null, list: null, chart: null, table: null } as const;

async function blockView(block: Block, id: string) {
  switch (block.type) {
    case 'text':
      return { ...NO_BLOCK, text: { text: block.text } };
    case 'list':
      return { ...NO_BLOCK, list: { items: block.items } };
    case 'chart':
      return { ...NO_BLOCK, chart: await chartView(block, id) };
    case 'table':
      return { ...NO_BLOCK, table: tableView(block, id) };
  }
}

async function chartView(block: Extract<Block, { type: 'chart' }>, id: string) {
  const drawings = await drawChart(block, id);
  return { caption: block.caption, half: drawings.length === 1 ? 'half' : '', drawings };
}

function tableView(block: Extract<Block, { type: 'table' }>, id: string) {
  const { table } = block;
  const columns = table.columns.map((column) => ({ label: column.label, align: alignOf(column.type) }));
  const rows = table.rows.slice(0, MOST_ROWS).map((row) => row.map((cell, i) => cellView(cell, table, i)));
  const open = block.folded ? 0 : (block.limit ?? rows.length);
  // One or two rows behind a fold are more trouble than they save.
  const fold = rows.length - open > 2 ? open : rows.length;
  const all = block.file === undefined ? '' : `; all are in ${block.file}`;
  return {
    id,
    size: columns.length < 4 ? 'few' : '',
    caption: block.caption,
    columns,
    rows: rows.slice(0, fold),
    hasRows: fold > 0 || rows.length === 0,
    empty: rows.length === 0,
    width: columns.length,
    more:
      fold < rows.length
        ? {
            label: moreLabel(fold, rows.length),
            columns,
            rows: rows.slice(fold),
            caption: block.caption,
            id: `${id}-more`,
            size: columns.length < 4 ? 'few' : '',
          }
        : null,
    cut:
      table.rows.length > rows.length
        ? `The first ${count(rows.length)} of ${plural(table.rows.length, 'row')}${all}.`
        : '',
  };
}

function moreLabel(shown: number, total: number): string {
  return shown === 0 ? plural(total, 'row') : plural(total - shown, 'more row');
}

function cellView(cell: string | number | null, table: ResultTable, i: number) {
  const type = table.columns[i]?.type ?? 'text';
  return { text: cellText(cell, type), align: alignOf(type), head: i === 0 };
}

function alignOf(type: string): 'left' | 'right' {
  return type === 'text' || type === 'date' ? 'left' : 'right';
}

function levelView(level: Run['audit']['levels'][number]) {
  return {
    level: level.level,
    name: words(level.name),
    tone: level.passed ? 'good' : 'poor',
    mark: level.passed ? '✓' : '✕',
    word: level.passed ? 'passed' : 'failed',
    text: sentence(level.text),
  };
}

function trustLead(run: Run): string {
  const failed = run.audit.levels.filter((level) => !level.passed).length;
  const all = run.audit.levels.length;
  if (all === 0) return 'There is no schedule to check.';
  return failed === 0 ? `All ${count(all)} checks passed.` : `${count(failed)} of ${plural(all, 'check')} failed.`;
}

function provenanceView(run: Run) {
  const { provenance, scenario } = run;
  return {
    facts: [
      { label: 'Run', value: run.id },
      { label: 'Scenario', value: `${run.name} (${fileName(scenario.file)})` },
      { label: 'Engine', value: provenance.engine },
      { label: 'Solver', value: `${provenance.solver}, method ${provenance.method}, seed ${provenance.seed}` },
      { label: 'Candidates', value: count(run.candidates) },
      { label: 'Hash of the scenario', value: provenance.scenario },
      { label: 'Hash of the data', value: provenance.data },
      { label: 'Hash of the schedule', value: provenance.schedule },
    ],
    hasOverrides: scenario.overrides.length > 0,
    overrides: scenario.overrides.map((one) => ({
      path: one.path,
      old: valueText(one.old),
      new: valueText(one.new),
      by: one.by,
    })),
    yaml: scenario.text,
  };
}

function valueText(value: unknown): string {
  return value === undefined ? 'not set' : typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
}

// The folder is this machine's affair: with it, two people would get two reports of one run.
function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
