import {
  type Block,
  count,
  factsOf,
  type Mark,
  numberOf,
  pick,
  plural,
  recordsOf,
  type Section,
  type TableRecord,
  textOf,
} from '../../../report/page.ts';
import type { Run } from '../../../runs/run.ts';
import type { ResultTable } from '../../../tables/result.ts';
import { type LoansOf, loansBy } from './about.ts';
import { settingsOf } from './settings.ts';

/** Pairs of partner and make that stand at or over the yearly cap of their rank. */
export function capsSection(run: Run): Section {
  const section = { id: 'caps', title: 'Yearly caps' };
  const rule = settingsOf(run).rules.tier_caps;
  if (rule === false || rule.mode === 'off')
    return { ...section, lead: 'The caps are off in this scenario.', blocks: [] };
  const table = run.tables.caps;
  const rows = recordsOf(table);
  const over = rows.filter((row) => numberOf(row, 'overage_after') > 0 && numberOf(row, 'assigned') > 0);
  const loans = loansBy(run, ['person_id', 'make']);
  const blocks: Block[] = [];
  if (over.length > 0) {
    const caption = `Loans of ${rule.window_months} months before (grey) and of this week (blue, orange above the cap)${over.length > 12 ? ': the twelve dearest pairs' : ''}`;
    const shown = over.slice(0, 12);
    const marks = { rows: shown.map((row) => markOf(row, table!, rows.indexOf(row), loans)) };
    blocks.push({ type: 'chart', chart: 'caps', caption, data: { rows: shown.map(datum) }, marks });
  }
  if (table !== undefined) blocks.push(...pairBlocks(table, rows, loans));
  return { ...section, lead: leadOf(run, rule.mode === 'hard', rule.penalty), blocks };
}

// Pairs that get nothing this week are not what this schedule did: a count of them is enough.
function pairBlocks(table: ResultTable, rows: readonly TableRecord[], loans: LoansOf): readonly Block[] {
  const columns = [
    'partner',
    'make',
    'rank',
    'used_before',
    'assigned',
    'used_after',
    'cap',
    'delta_overage',
    'penalty',
  ];
  const chosen = rows.map((row, i) => ({ row, i })).filter(({ row }) => numberOf(row, 'assigned') > 0);
  chosen.sort(
    (a, b) => numberOf(b.row, 'penalty') - numberOf(a.row, 'penalty') || left(a.row) - left(b.row) || a.i - b.i,
  );
  const blocks: Block[] = [];
  if (chosen.length > 0) {
    const listed = unlimited(pick({ columns: table.columns, rows: chosen.map(({ i }) => table.rows[i]!) }, columns));
    blocks.push({
      type: 'table',
      caption: 'Caps of the pairs with a loan this week',
      table: listed,
      about: chosen.map(({ row }) => loans(row)),
      limit: 12,
      file: 'caps.csv',
    });
  }
  const others = rows.length - chosen.length;
  if (others > 0) {
    const text = `${plural(others, 'further pair')} already at or over the cap ${others === 1 ? 'gets' : 'get'} no loan this week; caps.csv lists them.`;
    blocks.push({ type: 'text', text });
  }
  return blocks;
}

/** Loans left under the cap; more than any number where there is none. */
function left(row: TableRecord): number {
  return typeof row.cap === 'number' ? numberOf(row, 'remaining_after') : Number.MAX_SAFE_INTEGER;
}

function leadOf({ metrics, objective }: Run, hard: boolean, penalty: number): string {
  if (hard) return 'The caps are hard: no loan may take a partner over the cap of a make.';
  const pairs = metrics.cap_overages ?? 0;
  if (pairs === 0)
    return `No partner goes over the cap of a make. Each loan over would have cost ${count(penalty)} points.`;
  const loans = metrics.cap_overage_loans ?? 0;
  return `${plural(pairs, 'pair')} of partner and make ${pairs === 1 ? 'goes' : 'go'} over the cap, by ${plural(loans, 'loan')}. At ${count(penalty)} points each that costs ${count(objective.cap_penalty ?? 0)}.`;
}

function markOf(row: TableRecord, table: ResultTable, at: number, loans: LoansOf): Mark {
  const names = ['rank', 'used_before loans', 'assigned loans', 'used_after loans', 'cap loans', 'penalty points'];
  return {
    title: `${textOf(row, 'partner')}, ${textOf(row, 'make')}`,
    facts: factsOf(table, at, names),
    about: loans(row),
  };
}

function datum(row: TableRecord) {
  const after = numberOf(row, 'used_after');
  return {
    label: `${textOf(row, 'partner')}, ${textOf(row, 'make')}`,
    before: numberOf(row, 'used_before'),
    after,
    limit: numberOf(row, 'cap'),
    said: `${count(after)} of ${count(numberOf(row, 'cap'))}`,
    end: Math.max(after, numberOf(row, 'cap')),
  };
}

// An empty cap is a fact (A+ partners have none), not a gap in the data.
function unlimited(table: ResultTable): ResultTable {
  const at = table.columns.findIndex((column) => column.name === 'cap');
  return {
    ...table,
    rows: table.rows.map((row) => row.map((cell, i) => (i === at && cell === null ? 'no cap' : cell))),
  };
}
