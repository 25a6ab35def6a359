import { recordsOf, sharing, type TableRecord, textOf } from '../../../report/chapter.ts';

/** The loans of a fleet and quarter. Budgets are by quarter, and a loan is paid in that of its start. */
export const loansOfBudget = sharing(
  { thing: 'loan', rows: ({ tables }) => recordsOf(tables.assignments).map(withQuarter) },
  ['office', 'fleet', 'year', 'quarter'],
);

function withQuarter(row: TableRecord): TableRecord {
  const [year = '', month = ''] = textOf(row, 'start_day').split('-');
  return { ...row, year, quarter: `Q${Math.ceil(Number(month) / 3)}` };
}

/** "AUDI Q3". */
export const budgetName = (row: TableRecord): string => `${textOf(row, 'fleet')} ${textOf(row, 'quarter')}`;

/** The week of a row, in reports of many weeks. */
export const weekOf = () => (row: TableRecord) => [`week:${textOf(row, 'week')}`];

/** The name of a row's partner; of one without a name, the id. */
export const partnerName = (row: TableRecord): string => textOf(row, 'partner') || textOf(row, 'person_id');
