import { chapter, groupsBy, numberOf, recordsOf, type TableRecord, textOf } from '../../../report/chapter.ts';
import { percent, plural } from '../../../text/format.ts';
import { daysOf, hoursOf, hourText, minutes } from './grid.ts';

/** How many hours are taught on each day. */
export const load = chapter({
  id: 'load',
  title: 'Hours taught by day',
  table: 'meetings',
  lead: ({ rows, run }) => {
    if (rows.length === 0) return undefined;
    const days = daysOf(run).map((day) => ({ day, hours: hoursOf(rows.filter((row) => row.day === day)) }));
    const byHours = days.toSorted((a, b) => b.hours - a.hours);
    const [most, least] = [byHours[0]!, byHours.at(-1)!];
    const week = `${hourText(hoursOf(rows))} a week`;
    if (most.hours === least.hours) return `${week}, ${hourText(most.hours)} on each day.`;
    return `${week}: most on ${most.day} (${hourText(most.hours)}), least on ${least.day} (${hourText(least.hours)}).`;
  },
  blocks: [
    {
      chart: 'bars',
      caption: 'Hours taught, all courses together',
      rows: (rows, { run }) =>
        daysOf(run).map((day) => {
          const own = rows.filter((row) => row.day === day);
          return { label: day, value: Math.round(hoursOf(own) * 10) / 10, meetings: own.length };
        }),
      datum: ['label', 'value'],
      facts: (row) => [
        ['Hours', String(numberOf(row, 'value'))],
        ['Meetings', String(numberOf(row, 'meetings'))],
      ],
    },
  ],
});

/** Of each day and hour, which share of the rooms is in use: full hours are where nothing more will go. */
export const roomUse = chapter({
  id: 'room-use',
  title: 'Rooms in use by hour',
  table: 'rooms',
  lead: ({ rows, run }) => {
    const cells = usesOf(rows.length, recordsOf(run.tables.meetings), daysOf(run));
    if (rows.length === 0 || cells.length === 0) return undefined;
    const full = cells.toSorted((a, b) => b.busy - a.busy)[0]!;
    const mean = cells.reduce((sum, { busy }) => sum + busy, 0) / cells.length / rows.length;
    const idle = rows.filter((row) => numberOf(row, 'meetings') === 0).length;
    const unused =
      idle === 0 ? 'every room is used' : `${plural(idle, 'room')} ${idle === 1 ? 'is' : 'are'} never used`;
    return `Of ${plural(rows.length, 'room')}, ${percent(mean)} are in use in a usual hour; most of all ${full.column} ${full.row}, when ${full.busy} are. ${capital(unused)}.`;
  },
  blocks: [
    {
      chart: 'courses-rooms',
      caption: 'Share of the rooms in use at some time of the hour (%)',
      rows: (rows, { run }) =>
        usesOf(rows.length, recordsOf(run.tables.meetings), daysOf(run)).map((use) => ({ ...use })),
      datum: ['column', 'row', 'value', 'said'],
      title: (row) => `${textOf(row, 'column')} ${textOf(row, 'row')}`,
      facts: (row) => [['Rooms in use', String(numberOf(row, 'busy'))]],
    },
    {
      caption: 'Rooms, by how much they are used',
      columns: ['room', 'seats', 'building', 'meetings', 'hours'],
      rows: (rows) => rows.toSorted((a, b) => numberOf(b, 'hours') - numberOf(a, 'hours')),
      limit: 12,
    },
  ],
});

const capital = (text: string): string => `${text[0]!.toUpperCase()}${text.slice(1)}`;

interface Use {
  readonly column: string;
  readonly row: string;
  readonly busy: number;
  readonly value: number;
  readonly said: string;
}

function usesOf(rooms: number, meetings: readonly TableRecord[], days: readonly string[]): readonly Use[] {
  const held = meetings.filter((row) => textOf(row, 'room') !== '');
  if (held.length === 0 || rooms === 0) return [];
  const first = Math.floor(Math.min(...held.map((row) => minutes(row, 'from'))) / 60);
  const last = Math.ceil(Math.max(...held.map((row) => minutes(row, 'to'))) / 60);
  const byDay = groupsBy(
    'day',
    held,
    days.map((day) => ({ day })),
  );
  return byDay.flatMap(({ name: column, rows }) =>
    Array.from({ length: last - first }, (_, at): Use => {
      const from = (first + at) * 60;
      const at60 = rows.filter((row) => minutes(row, 'from') < from + 60 && from < minutes(row, 'to'));
      const busy = new Set(at60.map(({ room }) => room)).size;
      const value = Math.round((100 * busy) / rooms);
      return { column, row: `${first + at}:00`, busy, value, said: String(value) };
    }),
  );
}
