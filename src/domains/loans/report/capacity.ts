import { chapter, numberOf, numbersOf, type Subject, type TableRecord, textOf } from '../../../report/chapter.ts';
import { dayName, shortDate } from '../../../text/dates.ts';
import { count, percent, plural } from '../../../text/format.ts';

/** Slots of each day, with notes and closed days. */
export const capacity = chapter({
  id: 'capacity',
  title: 'Capacity by day',
  table: 'capacity',
  lead: leadOf,
  about: { date: 'start_day' },
  blocks: [
    {
      chart: 'capacity',
      caption: ({ rows }) => {
        const busy = rows.some((row) => numberOf(row, 'existing') > 0);
        return `Loans starting (blue)${busy ? ', slots taken before (grey)' : ''} and slots (outline) of each day`;
      },
      rows: (rows) => (rows[0]?.office === undefined ? rows : rows.filter(isOpen)),
      datum: bar,
      facts: ['used loans', 'capacity slots', 'existing', 'remaining slots', 'utilization', 'notes'],
    },
    {
      caption: 'Capacity by day',
      columns: ['office', 'date', 'class', 'capacity', 'existing', 'used', 'remaining', 'utilization', 'notes'],
    },
  ],
});

/** Of several offices, days on which nothing can start are left out of the picture. */
const isOpen = (row: TableRecord): boolean => numberOf(row, 'capacity') > 0 || numberOf(row, 'used') > 0;

function bar(row: TableRecord) {
  const { capacity: slots, existing, used } = numbersOf(row, 'capacity', 'existing', 'used');
  return {
    label:
      row.office === undefined
        ? shortDate(textOf(row, 'date'))
        : `${textOf(row, 'office')} ${shortDate(textOf(row, 'date'))}`,
    slots,
    existing,
    filled: existing + used,
    end: Math.max(slots, existing + used),
    said: slots === 0 && used === 0 ? 'closed' : `${count(used)} of ${count(slots)}`,
    note: textOf(row, 'notes'),
  };
}

function leadOf({ run, rows }: Subject): string {
  const { capacity_used: used, capacity_slots: slots, utilization } = run.metrics;
  const full = rows.filter((row) => numberOf(row, 'capacity') > 0 && numberOf(row, 'remaining') === 0);
  const closed = rows.filter((row) => numberOf(row, 'capacity') === 0 && textOf(row, 'notes') !== '');
  return [
    `${count(used ?? 0)} of ${plural(slots ?? 0, 'slot')} are used (${percent(utilization ?? 0)}).`,
    ...(full.length === 0 ? [] : [`Full: ${full.map(dayOf).join(', ')}.`]),
    ...closed.map((row) => `${dayOf(row)} is closed (${textOf(row, 'notes')}).`),
  ].join(' ');
}

const dayOf = (row: TableRecord): string =>
  `${textOf(row, 'day') || dayName(textOf(row, 'date'))}${row.office === undefined ? '' : ` in ${textOf(row, 'office')}`}`;
