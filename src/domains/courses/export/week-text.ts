import type { Shown, TextPart } from '../../../domain.ts';
import { groupsBy, recordsOf, type TableRecord, textOf } from '../../../report/chapter.ts';
import { dayName, minuteOf } from '../../../tables/cells/week.ts';
import { columnsOf, fittedTo } from '../../../text/columns.ts';
import { plural } from '../../../text/format.ts';
import { visible } from '../../../text/visible.ts';
import type { CourseSettings } from '../scenario.ts';

/** A meeting goes on here. */
const GOES_ON = '│';
const BETWEEN = '  ';
const TIME = '08:30'.length;
/** So little says nothing any more: a terminal that is narrower wraps its lines. */
const NARROWEST = 3;

/**
 * The week of each curriculum as text: a column for each day, a line for each time at which something begins or ends.
 * A course stands where it begins. No line is wider than the terminal: names that are too long for it are cut.
 */
export function weekText({ settings, tables }: Shown<CourseSettings>, columns: number): readonly TextPart[] {
  const meetings = recordsOf(tables.meetings);
  const curricula = groupsBy('curriculum', recordsOf(tables.listings));
  const parts =
    curricula.length === 0
      ? [{ name: 'all courses', own: meetings }]
      : curricula.map(({ name, rows }) => {
          const courses = new Set(rows.map((row) => textOf(row, 'course')));
          return { name, own: meetings.filter((meeting) => courses.has(textOf(meeting, 'course'))) };
        });
  return parts.map(({ name, own }) => ({ name, lines: linesOf(visible(name), own, settings, columns) }));
}

function linesOf(name: string, own: readonly TableRecord[], { week }: CourseSettings, columns: number) {
  const minutes = (row: TableRecord) => minuteOf(week, textOf(row, 'to')) - minuteOf(week, textOf(row, 'from'));
  const hours = own.reduce((sum, row) => sum + minutes(row), 0) / 60;
  const courses = new Set(own.map((row) => textOf(row, 'course'))).size;
  const heading = fittedTo(`${name}: ${plural(courses, 'course')}, ${plural(hours, 'hour')}`, columns).trimEnd();
  if (own.length === 0) return [heading];
  const days = week.days.map(dayName);
  const times = [...new Set(own.flatMap((row) => [textOf(row, 'from'), textOf(row, 'to')]))].sort();
  const cells = times.map((time) => days.map((day) => cellAt(own, day, time)));
  const room = Math.floor((columns - TIME) / days.length) - BETWEEN.length;
  const widest = Math.max(...[days, ...cells].flat().map(columnsOf));
  const width = Math.max(NARROWEST, Math.min(widest, room));
  const line = (time: string, row: readonly string[]) =>
    [fittedTo(time, TIME), ...row.map((cell) => fittedTo(cell, width))].join(BETWEEN).trimEnd();
  return [heading, line('', days), ...times.map((time, at) => line(time, cells[at]!))];
}

/** What stands in the week of one curriculum on a day at a time: what begins then, or that something goes on. */
function cellAt(own: readonly TableRecord[], day: string, time: string): string {
  const now = own.filter(
    (row) => textOf(row, 'day') === day && textOf(row, 'from') <= time && time < textOf(row, 'to'),
  );
  const begun = now.filter((row) => textOf(row, 'from') === time).map((row) => visible(textOf(row, 'course')));
  return begun.length > 0 ? begun.join('/') : now.length > 0 ? GOES_ON : '';
}
