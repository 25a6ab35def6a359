import { chapter, numberOf, recordsOf, type Subject, type TableRecord } from '../../../../report/chapter.ts';
import { count, plural } from '../../../../text/format.ts';
import { weekOf } from '../about.ts';
import { offText } from '../settings.ts';
import { weekTitle } from './times.ts';

/** How the caps of partners and makes fill up. */
export const weeksCaps = chapter({
  id: 'caps',
  title: 'Caps as they fill',
  table: 'caps',
  off: offText('tier_caps', 'Caps are off in this scenario.'),
  lead: leadOf,
  blocks: [
    {
      chart: 'weeks-caps',
      caption: 'Pairs of partner and make whose cap is full, or exceeded, at the end of each week',
      table: 'progress',
      rows: (weeks) => weeks.flatMap(fullAndExceeded),
      title: weekTitle,
      facts: (row) => [[`Pairs whose cap is ${row.kind}`, count(numberOf(row, 'value'))]],
      about: weekOf,
    },
    {
      caption: 'Caps by what they cost',
      columns: ['partner', 'make', 'rank', 'used_before', 'cap', 'assigned', 'delta_overage', 'penalty'],
      limit: 12,
    },
  ],
});

const fullAndExceeded = (row: TableRecord): readonly TableRecord[] => [
  { week: row.week, kind: 'just full', value: row.caps_full },
  { week: row.week, kind: 'exceeded', value: row.caps_over },
];

function leadOf({ run }: Subject): string {
  const full = numberOf(recordsOf(run.tables.progress).at(-1) ?? {}, 'caps_full');
  const { cap_overages: pairs, cap_overage_loans: loans } = run.metrics;
  const over =
    pairs === 0
      ? 'no pair goes over its cap'
      : `${plural(pairs ?? 0, 'pair')} went over, by ${plural(loans ?? 0, 'loan')} in all`;
  return `At the end ${count(full)} caps are just full; in these weeks ${over}.`;
}
