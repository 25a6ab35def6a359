import type { Run } from '../../runs/run.ts';
import { count, plural, sentence } from '../../text/format.ts';
import { sectionView, tileView } from '../blocks.ts';
import { sectionOf } from '../chapter.ts';
import { type InteractivePage, interactiveView } from '../interactive.ts';
import type { Page, Section } from '../page.ts';
import { conflictSection, funnelSection, nameText, quarantine, violations } from './sections.ts';
import { pricesSection } from './shadow-prices.ts';
import { verdictOf } from './verdict.ts';

/** Everything that the templates print, as plain data. Every key is always there: a template never meets a gap. */
export async function viewOf(run: Run, page: Page, css: string, live: InteractivePage | null = null) {
  const sections = sectionsOf(run, page);
  const views = [];
  for (const section of sections) views.push(await sectionView(section, live));
  const numbered = views.map((section, i) => ({ ...section, number: i + 1 }));
  const trust = run.audit.levels.map(levelView);
  return {
    css,
    title: run.title,
    subtitle: page.subtitle,
    kind: nameText(run.kind),
    variant: run.name,
    verdict: verdictOf(run, page),
    expected: expectedView(page),
    changed: page.changed ?? [],
    determined: page.determined === undefined ? null : { option: '', ...page.determined },
    figure: figureOf(run, page),
    levels: trust,
    tiles: page.tiles.map(tileView),
    notes: run.notes.map(sentence),
    hasNotes: run.notes.length > 0,
    sections: numbered,
    trustNumber: numbered.length + 1,
    provenanceNumber: numbered.length + 2,
    trustLead: trustLead(run),
    provenance: provenanceView(run),
    live: await interactiveView(live),
  };
}

function figureOf({ status, objective }: Run, page: Page): NonNullable<Page['figure']> | null {
  if (status === 'infeasible' || status === 'unknown') return null;
  return page.figure ?? { label: 'Net score', value: count(objective.net_score ?? 0), unit: 'points' };
}

/** The sections of a run, in the order of its report. */
export function sectionsOf(run: Run, page: Page): readonly Section[] {
  const all = [
    conflictSection(run),
    sectionOf(violations, run),
    ...(page.first ?? []),
    ...page.sections,
    funnelSection(run),
    pricesSection(run),
    ...(page.findings ?? []),
    page.schedule,
    sectionOf(quarantine, run),
  ];
  return all.filter((section) => section !== undefined);
}

/** The badge of the expectations, beside those of the audit. */
function expectedView({ expectations }: Page) {
  if (expectations === undefined) return null;
  const { met, all, failed } = expectations;
  const passed = failed.length === 0;
  return {
    tone: passed ? 'good' : 'poor',
    mark: passed ? '✓' : '✕',
    text: `${count(met)} of ${plural(all, 'expectation')} met`,
  };
}

function levelView(level: Run['audit']['levels'][number]) {
  return {
    level: level.level,
    name: nameText(level.name),
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
