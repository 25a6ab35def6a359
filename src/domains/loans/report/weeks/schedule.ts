import { chapter, groupsBy, recordsOf, textOf } from '../../../../report/chapter.ts';
import { longDate } from '../../../../text/dates.ts';
import { plural } from '../../../../text/format.ts';
import { partnerName, weekOf } from '../about.ts';

/** Every loan, week by week, each week folded. */
export const weeksSchedule = chapter.schedule({
  lead: ({ run, rows }) => `${plural(rows.length, 'loan')} in ${plural(run.tables.weeks?.rows.length ?? 0, 'week')}.`,
  by: ({ run, rows }) => groupsBy('week', rows, recordsOf(run.tables.weeks)),
  caption: ({ name, head, rows }) =>
    `Week ${name}, from ${longDate(textOf(head, 'from'))}: ${plural(rows.length, 'loan')}`,
  columns: [
    'start_day',
    { name: 'partner', value: partnerName },
    'make',
    'model',
    'score',
    { name: 'vin', label: 'VIN' },
  ],
  about: weekOf,
  folded: true,
});
