import { addDays } from '../../../tables/dates.ts';
import type { RawTable } from '../../../tables/table.ts';
import { MAIN_OFFICE, OFFICES, type Office } from './catalog.ts';
import { rawTable } from './raw.ts';

const FIRST_DAY = '2025-09-01';
const WEEKS = 13;

interface Day {
  readonly slots: number;
  readonly notes: string;
}

/** Days on which no office delivers. */
const HOLIDAYS: ReadonlyMap<string, string> = new Map([
  ['2025-09-01', 'Labor Day'],
  ['2025-11-11', 'Veterans Day'],
  ['2025-11-27', 'Thanksgiving'],
  ['2025-11-28', 'Day after Thanksgiving'],
]);

/** Days on which Los Angeles differs. */
const MAIN_DAYS: ReadonlyMap<string, Day> = new Map([
  ['2025-09-12', { slots: 20, notes: 'Extra drivers for the press drive' }],
  ['2025-09-24', { slots: 0, notes: 'Company holiday' }],
  ['2025-09-25', { slots: 8, notes: 'Travel day - reduced staff' }],
  ['2025-10-17', { slots: 8, notes: 'Travel day - reduced staff' }],
  ['2025-11-26', { slots: 10, notes: 'Half day' }],
]);

/** The table `ops_capacity_calendar`: every weekday of thirteen weeks for every office; weekends have no row. */
export function calendarTable(): RawTable {
  const weekdays = Array.from({ length: WEEKS }, (_, week) => [0, 1, 2, 3, 4].map((day) => 7 * week + day)).flat();
  const dates = weekdays.map((offset) => addDays(FIRST_DAY, offset));
  const rows = OFFICES.flatMap((office) =>
    dates.map((date) => {
      const { slots, notes } = dayOf(office, date);
      return { office: office.name, date, slots: String(slots), notes };
    }),
  );
  return rawTable('ops_capacity_calendar', ['office', 'date', 'slots', 'notes'], rows);
}

function dayOf(office: Office, date: string): Day {
  const holiday = HOLIDAYS.get(date);
  if (holiday !== undefined) return { slots: 0, notes: holiday };
  const special = office.name === MAIN_OFFICE ? MAIN_DAYS.get(date) : undefined;
  return special ?? { slots: office.slots, notes: '' };
}
