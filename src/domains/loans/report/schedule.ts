import { byText, chapter, textOf } from '../../../report/chapter.ts';
import { carText } from '../words.ts';
import { partnerName } from './about.ts';

/** Every loan of the week, day by day. */
export const schedule = chapter.schedule({
  by: 'start_day',
  rows: (rows) => rows.toSorted((a, b) => byText(a, b, 'partner')),
  columns: [
    { name: 'partner', value: partnerName },
    { name: 'car', label: 'Car', value: (row) => carText(textOf(row, 'make'), textOf(row, 'model')) },
    { name: 'rank', label: 'Rank' },
    { name: 'score', label: 'Score', type: 'integer' },
    { name: 'cost', label: 'Cost', type: 'money', value: (row) => row.estimated_cost ?? null },
    { name: 'vin', label: 'VIN' },
  ],
  empty: 'No loan is worth its penalties, or none is possible: the best schedule is empty.',
});
