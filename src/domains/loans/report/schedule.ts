import { byText, chapter, groupsBy, textOf } from '../../../report/chapter.ts';
import { count, plural } from '../../../text/format.ts';
import { carText } from '../words.ts';
import { partnerName } from './about.ts';

/** Every loan of the week, day by day. */
export const schedule = chapter.schedule({
  by: 'start_day',
  rows: (rows) => rows.toSorted((a, b) => byText(a, b, 'partner')),
  columns: [
    // There only where the rule hours is on.
    'hour',
    { name: 'partner', value: partnerName },
    { name: 'car', label: 'Car', value: (row) => carText(textOf(row, 'make'), textOf(row, 'model')) },
    { name: 'rank', label: 'Rank' },
    { name: 'score', label: 'Score', type: 'integer' },
    { name: 'cost', label: 'Cost', type: 'money', value: (row) => row.estimated_cost ?? null },
    { name: 'vin', label: 'VIN' },
  ],
  empty: 'No loan is worth its penalties, or none is possible: the best schedule is empty.',
});

/** Who gets which car, and on which day. */
export const grid = chapter.grid({
  lines: 'person_id',
  name: partnerName,
  label: 'Partner',
  columns: 'start_day',
  by: 'office',
  cell: (row) => carText(textOf(row, 'make'), textOf(row, 'model')),
  caption: 'Partners and the cars that they get, by the day on which the loan starts',
  limit: 14,
  lead: ({ run: { metrics }, rows }) => {
    const days = groupsBy('start_day', rows).length;
    const { partners_assigned: partners, partners_eligible: eligible, partners_with_multiple: several } = metrics;
    const more = several ? `; ${count(several)} of them ${several === 1 ? 'gets' : 'get'} more than one` : '';
    return `${plural(rows.length, 'loan')} on ${plural(days, 'day')} to ${count(partners ?? 0)} of ${plural(eligible ?? 0, 'eligible partner')}${more}.`;
  },
});
