import {
  type Block,
  count,
  type Datum,
  numberOf,
  pick,
  plural,
  recordsOf,
  type Section,
} from '../../../report/page.ts';
import type { Run } from '../../../runs/run.ts';
import { weekMark } from './about.ts';
import { settingsOf } from './settings.ts';

const SHOWN = ['partner', 'make', 'rank', 'used_before', 'cap', 'assigned', 'delta_overage', 'penalty'];

/** How the caps of partners and makes fill up. */
export function weeksCaps(run: Run): Section {
  const section = { id: 'caps', title: 'Caps as they fill' };
  const rule = settingsOf(run).rules.tier_caps;
  if (rule === false || rule.mode === 'off') return { ...section, lead: 'Caps are off in this scenario.', blocks: [] };
  const progress = recordsOf(run.tables.progress);
  const rows: readonly Datum[] = progress.flatMap((row) => [
    { week: numberOf(row, 'week'), kind: 'just full', value: numberOf(row, 'caps_full') },
    { week: numberOf(row, 'week'), kind: 'exceeded', value: numberOf(row, 'caps_over') },
  ]);
  const blocks: Block[] = [
    {
      type: 'chart',
      chart: 'weeks-caps',
      caption: 'Pairs of partner and make whose cap is full, or exceeded, at the end of each week',
      data: { rows },
      marks: { rows: rows.map((row) => weekMark(row, `Pairs whose cap is ${row.kind}`)) },
    },
  ];
  const table = run.tables.caps;
  if (table !== undefined && table.rows.length > 0)
    blocks.push({
      type: 'table',
      caption: 'Caps by what they cost',
      table: pick(table, SHOWN),
      limit: 12,
      file: 'caps.csv',
    });
  const last = progress.at(-1);
  const full = last === undefined ? 0 : numberOf(last, 'caps_full');
  const { cap_overages: pairs, cap_overage_loans: loans } = run.metrics;
  const over =
    pairs === 0
      ? 'no pair goes over its cap'
      : `${plural(pairs ?? 0, 'pair')} went over, by ${plural(loans ?? 0, 'loan')} in all`;
  return { ...section, lead: `At the end ${count(full)} caps are just full; in these weeks ${over}.`, blocks };
}
