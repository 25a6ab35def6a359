import type { FunnelStep, Run } from '../../runs/run.ts';
import type { ResultTable } from '../../tables/result.ts';
import { capital, count, percent, plural, sentence } from '../../text/format.ts';
import { chapter } from '../chapter.ts';
import type { Block, Mark, Section } from '../page.ts';
import { type TableRecord, textOf } from '../records.ts';

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

const ruleText = (row: TableRecord): string => nameText(textOf(row, 'rule'));

/** The hard rules that a schedule breaks; there is no such chapter where it breaks none. */
export const violations = chapter({
  id: 'violations',
  title: 'Rules that this schedule breaks',
  table: 'violations',
  lead: ({ rows }) =>
    rows.length === 0 ? undefined : `${plural(rows.length, 'violation')} of hard rules, found by the audit.`,
  blocks: [{ caption: 'Violations', limit: 20, rows: (rows) => rows.map((row) => ({ ...row, rule: ruleText(row) })) }],
});

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
export const quarantine = chapter.table({
  table: 'quarantine',
  title: 'Rows left out',
  caption: 'Quarantined rows',
  lead: ({ rows }) => {
    if (rows.length === 0) return 'None: every row of every table was sound and was used.';
    const tables = new Set(rows.map((row) => textOf(row, 'table')));
    return `${plural(rows.length, 'row')} of ${plural(tables.size, 'table')} could not be trusted and took no part in the run.`;
  },
});

/** A name of code as words: `tier_caps` is "Tier caps". */
export function nameText(name: string): string {
  return capital(name.replaceAll('_', ' '));
}
