import {
  chapter,
  numberOf,
  recordsOf,
  type Subject,
  sumOf,
  type TableRecord,
  textOf,
} from '../../../../report/chapter.ts';
import { count, dollars, plural } from '../../../../text/format.ts';

const WAS = 'as it was';

/** A chart of one figure, month by month: the loans that were really made beside those of policy. */
const byMonth = (name: string, caption: string, scale = 1) => ({
  chart: 'weeks-before-after' as const,
  caption,
  datum: (row: TableRecord) => ({ month: row.month, who: row.who, value: scale * numberOf(row, name) }),
  title: (row: TableRecord) => `${textOf(row, 'month')}, ${textOf(row, 'who')}`,
  facts: [name],
});

/** The weeks as they were really run, beside what policy makes of them. */
export const beforeAndAfter = chapter({
  id: 'before-and-after',
  title: 'As it was, and by policy',
  table: 'months',
  first: true,
  lead: leadOf,
  blocks: [
    byMonth('gini_eligible', 'Gini over all eligible partners, by month: 0 where all have the same'),
    byMonth('top_fifth', 'Percent of the loans that go to the busiest fifth of the partners served', 100),
    byMonth('over_caps', 'Loans over the yearly cap of their partner and make'),
    {
      caption: 'Month by month',
      columns: [
        'month',
        'who',
        'loans',
        { name: 'partners', label: 'Partners' },
        { name: 'gini', label: 'Gini, served' },
        { name: 'gini_eligible', label: 'Gini, eligible' },
        { name: 'top_fifth', label: 'Busiest fifth' },
        { name: 'over_caps', label: 'Over a cap' },
      ],
      tone: (row) => (numberOf(row, 'over_caps') > 0 ? 'fair' : 'plain'),
    },
    {
      caption: 'Money by quarter: what the loans cost, and by how much budgets are exceeded',
      table: 'quarters',
      columns: ['quarter', 'who', 'spent', 'over_budget', 'fleets'],
      tone: (row) => (numberOf(row, 'over_budget') > 0 ? 'fair' : 'plain'),
    },
    { caption: 'How often each rule that forbids is broken', table: 'broken' },
  ],
});

function leadOf({ run, rows }: Subject): string | undefined {
  if (rows.length === 0) return undefined;
  const quarters = recordsOf(run.tables.quarters);
  const textOfSide = (who: string) => {
    const own = rows.filter((row) => row.who === who);
    const over = sumOf(own, 'over_caps');
    const money = sumOf(
      quarters.filter((row) => row.who === who),
      'over_budget',
    );
    const caps = over === 0 ? 'none over a cap' : `${count(over)} over a cap`;
    return `${plural(sumOf(own, 'loans'), 'loan')}, ${caps}, ${dollars(money)} over budget`;
  };
  return `As it was: ${textOfSide(WAS)}. By policy: ${textOfSide('by policy')}.`;
}
