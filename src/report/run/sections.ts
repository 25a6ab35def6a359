import type { FunnelStep, Run } from '../../runs/run.ts';
import type { ResultTable } from '../../tables/result.ts';
import { capital, count, percent, plural, sentence } from '../../text/format.ts';
import type { Block, Mark, Section } from '../page.ts';
import { recordsOf, textOf } from '../records.ts';

/** What cannot hold together and the cheapest way out, where a run has no schedule. */
export function conflictSection(run: Run): Section | undefined {
  if (run.conflict === undefined) return undefined;
  const { members, relaxation } = run.conflict;
  const blocks: Block[] = [{ type: 'list', items: members.map((one) => `${nameText(one.rule)}: ${one.label}`) }];
  if (relaxation.length > 0) {
    blocks.push(
      { type: 'text', text: 'The cheapest way out is to loosen:' },
      { type: 'list', items: relaxation.map((one) => `${nameText(one.rule)}: ${one.label}, by ${count(one.by)}`) },
    );
  }
  return {
    id: 'conflict',
    title: 'What cannot hold together',
    lead: `${plural(members.length, 'limit')} in conflict. Leave out any one of them and a schedule exists.`,
    blocks,
  };
}

/** The hard rules that a schedule breaks; there is no such section where it breaks none. */
export function violationsSection(run: Run): Section | undefined {
  const table = run.tables.violations;
  if (table === undefined || table.rows.length === 0) return undefined;
  return {
    id: 'violations',
    title: 'Rules that this schedule breaks',
    lead: `${plural(table.rows.length, 'violation')} of hard rules, found by the audit.`,
    blocks: [{ type: 'table', caption: 'Violations', table, limit: 20, file: 'violations.csv' }],
  };
}

/** From all pairs to candidates, with the reason of each loss. */
export function funnelSection(run: Run): Section | undefined {
  const first = run.funnel[0];
  if (first === undefined) return undefined;
  const rows = run.funnel.map((step) => ({
    label: nameText(step.step),
    left: step.left,
    removed: step.removed,
  }));
  const about = run.funnel.map((_, i) => [`filter:${i}`]);
  const marks = { rows: run.funnel.map((step, i) => ({ ...stepMark(step, i > 0), about: about[i]! })) };
  const share = first.left > 0 ? ` (${percent(run.candidates / first.left)})` : '';
  return {
    id: 'funnel',
    title: 'From all pairs to candidates',
    lead: `${count(run.candidates)} of ${count(first.left)} possibilities${share} passed every filter and competed for a place.${worst(run.funnel)}`,
    blocks: [
      { type: 'chart', chart: 'funnel', caption: 'What is left after each filter', data: { rows }, marks },
      { type: 'table', caption: 'What each filter removed, and why', table: funnelTable(run.funnel), about },
    ],
  };
}

function stepMark({ step, left, removed, text }: FunnelStep, filters: boolean): Mark {
  const facts: Mark['facts'] = [['Left', count(left)], ...(filters ? [['Removed', count(removed)] as const] : [])];
  return { title: nameText(step), facts: [...facts, ['', sentence(text)]] };
}

function worst(funnel: readonly FunnelStep[]): string {
  const most = funnel
    .slice(1)
    .reduce<FunnelStep | undefined>((a, b) => (a === undefined || b.removed > a.removed ? b : a), undefined);
  return most === undefined || most.removed === 0
    ? ''
    : ` ${nameText(most.step)} removed the most: ${count(most.removed)}.`;
}

function funnelTable(funnel: readonly FunnelStep[]): ResultTable {
  return {
    columns: [
      { name: 'step', type: 'text', label: 'Step' },
      { name: 'text', type: 'text', label: 'Why' },
      { name: 'removed', type: 'integer', label: 'Removed' },
      { name: 'left', type: 'integer', label: 'Left' },
    ],
    rows: funnel.map((step, i) => [nameText(step.step), step.text, i === 0 ? null : step.removed, step.left]),
  };
}

/** Input rows that were left out, and why. */
export function quarantineSection(run: Run): Section | undefined {
  const table = run.tables.quarantine;
  if (table === undefined) return undefined;
  const tables = new Set(recordsOf(table).map((row) => textOf(row, 'table')));
  const section = { id: 'quarantine', title: 'Rows left out' };
  if (table.rows.length === 0)
    return { ...section, lead: 'None: every row of every table was sound and was used.', blocks: [] };
  return {
    ...section,
    lead: `${plural(table.rows.length, 'row')} of ${plural(tables.size, 'table')} could not be trusted and took no part in the run.`,
    blocks: [{ type: 'table', caption: 'Quarantined rows', table, limit: 12, file: 'quarantine.csv' }],
  };
}

/** A name of code as words: `tier_caps` is "Tier caps". */
export function nameText(name: string): string {
  return capital(name.replaceAll('_', ' '));
}
