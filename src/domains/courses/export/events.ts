import type { CalendarEvent } from '../../../calendar/event.ts';
import { Refusal } from '../../../problems/problem.ts';
import { groupsBy, recordsOf, textOf } from '../../../report/chapter.ts';
import type { Run } from '../../../runs/run.ts';
import { datesOf, type Term, weeksOf } from '../../../tables/cells/term.ts';
import {
  clockOf,
  lengthsOf,
  type Meeting,
  maskOf,
  meetingText,
  periodOf,
  type Week,
} from '../../../tables/cells/week.ts';
import { heldIn } from '../../../tables/cells/week-mask.ts';
import type { CourseSettings } from '../scenario.ts';

/** A placement as calendars show it. */
interface Placed {
  readonly course: string;
  readonly meetings: readonly Meeting[];
  readonly curricula: readonly string[];
  readonly instructors: readonly string[];
  /** The room of each meeting; none where it is absent. */
  readonly rooms?: readonly string[];
  /** The numbers of the weeks of the term in which it is held; every week where absent. */
  readonly weeks?: readonly number[];
}

/** What stands in the calendars of curricula, instructors, rooms and courses; or of `everyone`. */
export function eventsOf(run: Run): readonly CalendarEvent[] {
  const { week, term } = run.scenario.settings as unknown as CourseSettings;
  if (term === undefined)
    throw new Refusal([
      {
        message: `a calendar needs the days of the term, and the scenario of run ${run.id} does not say them`,
        place: { file: run.scenario.file },
        maybe:
          'Maybe add this line with your own days, and run it again: term: {first: 2026-09-02, last: 2026-12-18, zone: America/Toronto}',
      },
    ]);
  const rooms = new Map(
    recordsOf(run.tables.meetings).map((row) => [
      `${textOf(row, 'course')}\n${textOf(row, 'text')}`,
      textOf(row, 'room'),
    ]),
  );
  const listings = groupsBy('course', recordsOf(run.tables.listings));
  const placed = recordsOf(run.tables.timetable).flatMap((row): readonly Placed[] => {
    const [course, pattern, instructors] = [textOf(row, 'course'), textOf(row, 'pattern'), textOf(row, 'instructors')];
    const lengths = lengthsOf(pattern);
    const from = periodOf(week, textOf(row, 'start'));
    // A schedule that was given may have a row without a time: its audit says so, and no calendar can hold it.
    if (lengths === undefined || from === undefined) return [];
    const meetings = lengths.map(({ day, periods }) => ({ day, from, to: from + periods }));
    const held = (number: number) => heldIn(textOf(row, 'weeks'), number) && heldIn(maskOf(pattern), number);
    return [
      {
        course,
        meetings,
        rooms: meetings.map((meeting) => rooms.get(`${course}\n${meetingText(week, meeting)}`) ?? ''),
        weeks: weeksOf(term).flatMap((_, at) => (held(at + 1) ? [at + 1] : [])),
        curricula: listings.find(({ name }) => name === course)?.rows.map((each) => textOf(each, 'curriculum')) ?? [],
        instructors: instructors === '' ? [] : instructors.split(', '),
      },
    ];
  });
  return seriesOf(placed, week, term);
}

/**
 * Each weekly meeting of a term as one series. Its id is made of the course, of which of its meetings in the week it is,
 * and of the term: calendars move it when its day, its hour or its room changes, and another term adds its own.
 */
export function seriesOf(placed: readonly Placed[], week: Week, term: Term): readonly CalendarEvent[] {
  const number = new Map<string, number>();
  return placed
    .flatMap(({ meetings, rooms = [], ...about }) =>
      meetings.map((meeting, at) => ({ ...about, meeting, room: rooms[at] || undefined })),
    )
    .toSorted(
      (a, b) =>
        orderOf(week, a.meeting) - orderOf(week, b.meeting) || (a.course < b.course ? -1 : Number(a.course > b.course)),
    )
    .flatMap(({ course, curricula, instructors, room, weeks, meeting }): readonly CalendarEvent[] => {
      const nth = (number.get(course) ?? 0) + 1;
      number.set(course, nth);
      const dates = datesOf(term, meeting.day, weeks);
      if (dates.length === 0) return [];
      const note = [
        ...(curricula.length > 0 ? [`For ${curricula.join(', ')}`] : []),
        ...(instructors.length > 0 ? [`With ${instructors.join(', ')}`] : []),
      ].join('\n');
      return [
        {
          id: `meeting-${idOf(course)}-${nth}-${term.first}`,
          title: course,
          ...(note !== '' && { note }),
          ...(room !== undefined && { place: room }),
          for: ['everyone', ...curricula, ...instructors, ...(room === undefined ? [] : [room]), course],
          dates,
          begins: clockOf(week, meeting.from),
          ends: clockOf(week, meeting.to),
          zone: term.zone,
        },
      ];
    });
}

const orderOf = (week: Week, { day, from }: Meeting): number => week.days.indexOf(day) * week.periods + from;

/** A name in the letters of an id: two names never become the same. */
const idOf = (name: string): string =>
  [...name].map((char) => (/^[\w-]$/.test(char) ? char : `.${char.codePointAt(0)!.toString(16)}.`)).join('');
