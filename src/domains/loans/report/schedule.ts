import { byText, chapter, groupsBy, type TableRecord, textOf } from '../../../report/chapter.ts';
import { count, plural } from '../../../text/format.ts';
import { carText } from '../words.ts';
import { partnerName } from './about.ts';

const carOf = (row: TableRecord): string => carText(textOf(row, 'make'), textOf(row, 'model'));

/** Every loan of the week, day by day; where it has hours, in their order. */
export const scheduleParts = {
  by: 'start_day',
  rows: (rows: readonly TableRecord[]) =>
    rows.toSorted((a, b) => byText(a, b, 'hour') || byText(a, b, 'partner') || byText(a, b, 'vin')),
  columns: [
    // There only where the rule hours is on.
    'hour',
    { name: 'partner', value: partnerName },
    { name: 'car', label: 'Car', value: carOf },
    { name: 'rank', label: 'Rank' },
    { name: 'score', label: 'Score', type: 'integer' },
    { name: 'cost', label: 'Cost', type: 'money', value: (row: TableRecord) => row.estimated_cost ?? null },
    { name: 'vin', label: 'VIN' },
  ],
  empty: 'No loan is worth its penalties, or none is possible: the best schedule is empty.',
} as const;

/** The schedule of a report of one office; of several, each has its own in its chapter, and none is there twice. */
export const schedule = chapter.schedule(scheduleParts);

/** Who gets which car, and on which day. */
export const gridParts = {
  lines: 'person_id',
  name: partnerName,
  label: 'Partner',
  columns: 'start_day',
  cell: carOf,
  caption: 'Partners and the cars that they get, by the day on which the loan starts',
  limit: 14,
} as const;

/** The grid of a report of one office; of several, each has its own in its chapter. */
export const grid = chapter.grid({
  ...gridParts,
  lead: ({ run: { metrics }, rows }) => {
    const days = groupsBy('start_day', rows).length;
    const { partners_assigned: partners, partners_eligible: eligible, partners_with_multiple: several } = metrics;
    const more = several ? `; ${count(several)} of them ${several === 1 ? 'gets' : 'get'} more than one` : '';
    return `${plural(rows.length, 'loan')} on ${plural(days, 'day')} to ${count(partners ?? 0)} of ${plural(eligible ?? 0, 'eligible partner')}${more}.`;
  },
});
