import { chapter, numberOf, type Subject, type TableRecord } from '../../../../report/chapter.ts';
import { count, plural } from '../../../../text/format.ts';
import { officeRows, SHARED } from './figures.ts';

/** The offices side by side, where several are planned together. */
export const offices = chapter({
  id: 'offices',
  title: 'Office by office',
  table: 'assignments',
  first: true,
  lead: ({ run }) => {
    const rows = officeRows(run).filter(({ office }) => office !== SHARED);
    if (rows.length < 2) return undefined;
    const [most, least] = [rows[0]!, rows.at(-1)!];
    const loans = (row: TableRecord) => plural(numberOf(row, 'loans'), 'loan');
    const { partners_assigned: reached, partners_eligible: eligible } = run.metrics;
    return `${count(rows.length)} offices are planned together: ${loans(most)} in ${most.office}, ${loans(least)} in ${least.office}. ${count(reached ?? 0)} of ${plural(eligible ?? 0, 'eligible partner')} get one.`;
  },
  blocks: [
    {
      caption: 'Loans, partners, slots, money and points of each office',
      rows: (_, { run }) => officeRows(run),
      columns: [
        { name: 'office', type: 'text', label: 'Office' },
        { name: 'loans', type: 'integer', label: 'Loans' },
        { name: 'partners', type: 'integer', label: 'Partners' },
        { name: 'use', type: 'percent', label: 'Slots used' },
        { name: 'planned', type: 'money', label: 'Planned' },
        { name: 'over', type: 'money', label: 'Over budget' },
        { name: 'caps', type: 'integer', label: 'Over caps' },
        { name: 'score', type: 'number', label: 'Score' },
        { name: 'penalties', type: 'number', label: 'Penalties' },
        { name: 'net', type: 'number', label: 'Net score' },
      ],
    },
    { text: ({ run }: Subject) => sharedText(run) },
  ],
});

/** What the last row of the table is. */
function sharedText(run: Subject['run']): string {
  if (officeRows(run).at(-1)?.office !== SHARED) return '';
  return 'Shared by several: points that no office pays alone, for partners to whom several lend, for budgets of the whole company, and for changes from an earlier schedule.';
}
