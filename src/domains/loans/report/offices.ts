import {
  chapter,
  groupsBy,
  numberOf,
  recordsOf,
  type Subject,
  sumOf,
  type TableRecord,
} from '../../../report/chapter.ts';
import { count, plural } from '../../../text/format.ts';

/** The offices side by side, where several are planned together. */
export const offices = chapter({
  id: 'offices',
  title: 'Office by office',
  table: 'assignments',
  first: true,
  lead: (subject) => {
    const rows = rowsOf(subject);
    if (rows.length < 2) return undefined;
    const [most, least] = [rows[0]!, rows.at(-1)!];
    const loans = (row: TableRecord) => plural(numberOf(row, 'loans'), 'loan');
    return `${count(rows.length)} offices are planned together: ${loans(most)} in ${most.office}, ${loans(least)} in ${least.office}.`;
  },
  blocks: [
    {
      caption: 'Loans, partners, score, slots and money of each office',
      rows: (_, subject) => rowsOf(subject),
      columns: [
        { name: 'office', type: 'text', label: 'Office' },
        { name: 'loans', type: 'integer', label: 'Loans' },
        { name: 'partners', type: 'integer', label: 'Partners reached' },
        { name: 'score', type: 'integer', label: 'Score' },
        { name: 'slots', type: 'integer', label: 'Slots' },
        { name: 'use', type: 'percent', label: 'Slots used' },
        { name: 'planned', type: 'money', label: 'Planned' },
        { name: 'over', type: 'money', label: 'Over budget' },
      ],
    },
  ],
});

/** One row for each office, the one with most loans first; none where only one is planned. */
function rowsOf({ run, rows }: Subject): readonly TableRecord[] {
  const days = recordsOf(run.tables.capacity);
  if (days[0]?.office === undefined) return [];
  const loans = new Map(groupsBy('office', rows).map((group) => [group.name, group.rows]));
  const money = new Map(groupsBy('office', recordsOf(run.tables.budgets)).map((group) => [group.name, group.rows]));
  return groupsBy('office', days)
    .map(({ name, rows: own }): TableRecord => {
      const given = loans.get(name) ?? [];
      const slots = sumOf(own, 'capacity') - sumOf(own, 'existing');
      return {
        office: name,
        loans: given.length,
        partners: groupsBy('person_id', given).length,
        score: sumOf(given, 'score'),
        slots,
        use: slots > 0 ? given.length / slots : null,
        planned: sumOf(given, 'estimated_cost'),
        over: sumOf(money.get(name) ?? [], 'over_budget'),
      };
    })
    .sort((a, b) => numberOf(b, 'loans') - numberOf(a, 'loans'));
}
