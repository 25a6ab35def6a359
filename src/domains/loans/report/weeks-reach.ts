import {
  type Block,
  count,
  type Datum,
  numberOf,
  percent,
  plural,
  recordsOf,
  type Section,
} from '../../../report/page.ts';
import type { Run } from '../../../runs/run.ts';
import type { ResultTable } from '../../../tables/result.ts';
import { weekMark } from './about.ts';

/** Whom the weeks reach, when for the first time, and whom never. */
export function weeksReach(run: Run): Section {
  const progress = recordsOf(run.tables.progress);
  const { partners_assigned: reached, partners_eligible: eligible, partners_never_reached: never } = run.metrics;
  const rows: readonly Datum[] = progress.flatMap((row) => {
    const first = numberOf(row, 'new_partners');
    const again = numberOf(row, 'partners') - first;
    return [
      { week: numberOf(row, 'week'), kind: 'for the first time', value: first },
      { week: numberOf(row, 'week'), kind: 'again', value: again },
    ];
  });
  const soFar = progress.map((row) => ({ week: numberOf(row, 'week'), value: numberOf(row, 'partners_so_far') }));
  const share = (eligible ?? 0) > 0 ? ` (${percent((reached ?? 0) / (eligible ?? 1))})` : '';
  const blocks: Block[] = [
    {
      type: 'chart',
      chart: 'weeks-line',
      caption: 'Partners reached so far',
      data: { rows: soFar },
      marks: { rows: soFar.map((row) => weekMark(row, 'Partners reached so far')) },
    },
    {
      type: 'chart',
      chart: 'weeks-reach',
      caption: 'Partners of each week: reached for the first time, or again',
      data: { rows },
      marks: { rows: rows.map((row) => weekMark(row, `Partners, ${row.kind}`)) },
    },
  ];
  const table = neverTable(run.tables.partners);
  if (table.rows.length > 0)
    blocks.push({ type: 'table', caption: 'Partners never reached', table, limit: 12, file: 'partners.csv' });
  return {
    id: 'reach',
    title: 'Who is reached, and who never',
    lead: `${count(reached ?? 0)} of ${plural(eligible ?? 0, 'eligible partner')}${share} get a car at least once. ${plural(never ?? 0, 'partner')} never ${never === 1 ? 'does' : 'do'}.`,
    blocks,
  };
}

function neverTable(partners: ResultTable | undefined): ResultTable {
  const rows = recordsOf(partners).filter((row) => numberOf(row, 'assigned') === 0);
  return {
    columns: [
      { name: 'partner', type: 'text', label: 'Partner' },
      { name: 'person_id', type: 'text', label: 'Partner id' },
      { name: 'makes', type: 'integer', label: 'Makes approved' },
      { name: 'a_plus', type: 'integer', label: 'Makes ranked A+' },
    ],
    rows: rows.map((row) => [row.partner ?? null, row.person_id ?? null, row.makes ?? null, row.a_plus ?? null]),
  };
}
