import { expect, it } from 'vitest';
import { courses } from '../../../../src/domains/courses/index.ts';
import { open, placement } from '../weeks.ts';

const NAMES = Array.from({ length: 30 }, (_, index) => `C${index}`);
const WEEK = {
  courses: NAMES.map((course) => ({ course, periods: 6 })),
  curricula: { even: { courses: NAMES.filter((_, index) => index % 2 === 0) }, first: { courses: ['C0'] } },
};

/** How often an audit goes through the courses and the curricula, with so many rows in the schedule. */
function readsOf(rows: number): number {
  const { settings, tables } = open(WEEK);
  let reads = 0;
  const counted = <T extends { readonly rows: readonly unknown[] }>(table: T) => ({
    ...table,
    get rows() {
      reads++;
      return table.rows;
    },
  });
  const counting = { ...tables, courses: counted(tables.courses), curricula: counted(tables.curricula) };
  const schedule = NAMES.slice(0, rows).map((course) => placement(`${course} mon:6 08:30`));
  courses.audit(settings, counting as never, schedule);
  return reads;
}

it('the tables are gone through once for an audit, not once for each row of its schedule', () => {
  expect(Math.max(readsOf(30), readsOf(1))).toBeLessThan(NAMES.length);
});

it('a placement has all curricula of its course, and a course of none has none', () => {
  const { settings, tables } = open(WEEK);
  const schedule = ['C0 mon:6 08:30', 'C1 mon:6 08:30', 'C2 tue:6 08:30'].map(placement);
  const { timetable } = courses.audit(settings, tables as never, schedule).tables;
  const at = timetable!.columns.findIndex(({ name }) => name === 'curricula');
  expect(timetable!.rows.map((row) => row[at])).toEqual(['even, first', '', 'even']);
});

it('a row that names one room of a group is told the group; a room that is not there is told, too', () => {
  const rooms = ['Hall 1', 'Hall 2'].map((room) => ({ room, seats: 80, group: 'Halls' }));
  const { settings, tables } = open({ ...WEEK, rooms });
  const faultOf = (room: string) =>
    courses
      .audit(settings, tables as never, [{ ...placement('C0 mon:6 08:30'), room }])
      .violations.filter(({ rule }) => rule === 'structure')
      .map(({ text }) => text);
  expect(faultOf('Hall 1')).toEqual(['C0: Hall 1 is one room of the group Halls: name the group']);
  expect(faultOf('Cellar')).toEqual(['C0: there is no room Cellar']);
  expect(faultOf('Halls')).toEqual([]);
});
