import {
  type Block,
  longDate,
  plural,
  recordsOf,
  type Section,
  type TableRecord,
  textOf,
} from '../../../report/page.ts';
import type { Run } from '../../../runs/run.ts';
import type { ResultColumn } from '../../../tables/result.ts';

const COLUMNS: readonly ResultColumn[] = [
  { name: 'start_day', type: 'date', label: 'Start' },
  { name: 'partner', type: 'text', label: 'Partner' },
  { name: 'make', type: 'text', label: 'Make' },
  { name: 'model', type: 'text', label: 'Model' },
  { name: 'score', type: 'integer', label: 'Score' },
  { name: 'vin', type: 'text', label: 'VIN' },
];

/** Every loan, week by week, each week folded. */
export function weeksSchedule(run: Run): Section {
  const loans = recordsOf(run.tables.assignments);
  const blocks = recordsOf(run.tables.weeks).map((week): Block => {
    const own = loans.filter((row) => row.week === week.week);
    return {
      type: 'table',
      caption: `Week ${textOf(week, 'week')}, from ${longDate(textOf(week, 'from'))}: ${plural(own.length, 'loan')}`,
      table: { columns: COLUMNS, rows: own.map(rowOf) },
      about: own.map(() => [`week:${textOf(week, 'week')}`]),
      folded: true,
      file: 'assignments.csv',
    };
  });
  return {
    id: 'schedule',
    title: 'The schedule',
    lead: `${plural(loans.length, 'loan')} in ${plural(blocks.length, 'week')}.`,
    blocks,
  };
}

function rowOf(row: TableRecord) {
  const partner = textOf(row, 'partner') || textOf(row, 'person_id');
  return COLUMNS.map(({ name }) => (name === 'partner' ? partner : (row[name] ?? null)));
}
