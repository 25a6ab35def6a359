import { groupBy } from '../../../audit/rows.ts';
import { type Meeting, meetingText, minuteOf, periodOf, type Week } from '../../../tables/cells/week.ts';
import { heldIn } from '../../../tables/cells/week-mask.ts';
import { plural } from '../../../text/format.ts';
import type { UnavailableRow } from '../tables.ts';
import type { CourseFacts, Faults } from './facts.ts';
import type { Placement } from './look.ts';
import { patternsOf, weeksOf } from './terms.ts';

/** Every course with its placements, and how many of those that it needs are missing: fewer than 0 where it has too many. */
export function needsOf({ tables, rows }: CourseFacts) {
  const placed = groupBy(rows, ({ course }) => course);
  return tables.courses.rows.map((course) => {
    const own = placed.get(course) ?? [];
    const needs = course.meetings ?? 1;
    return { course, own, needs, missing: needs - own.length };
  });
}

/** Courses with more placements than they need, or with fewer where nobody may be left out. */
export const misplaced = (facts: CourseFacts): Faults =>
  needsOf(facts).flatMap(({ course, own, needs, missing }): Faults => {
    if (missing === 0 || (missing > 0 && facts.settings.rules.placed.penalty !== false)) return [];
    const text = `${course.course} is placed ${plural(own.length, 'time')}, and needs ${needs}`;
    return [{ entity: course.course, text, rows: own }];
  });

/** Placements in a pattern that the course does not have. */
export function strangePatterns(facts: CourseFacts): Faults {
  return facts.rows.flatMap((row): Faults => {
    const { course, meetings, pattern } = row;
    const entity = course.course;
    if (course.meetings !== null) {
      const length = course.periods / course.meetings;
      const fine = meetings.length === 1 && meetings[0]!.to - meetings[0]!.from === length;
      // A meeting in some weeks only is none that it may have, unless its times say so: its patterns tell.
      if (!fine)
        return [
          {
            entity,
            text: `${entity} meets in pieces of ${plural(length, 'period')}, not as ${pattern}`,
            rows: [row],
          },
        ];
    }
    return patternsOf(facts, course).includes(pattern)
      ? []
      : [{ entity, text: `${pattern} is none of the patterns of ${entity}`, rows: [row] }];
  });
}

/** Placements at a time that the course may not have, or in no week at all. */
export function strangeTimes(facts: CourseFacts): Faults {
  return facts.rows.flatMap((row): Faults => {
    const entity = row.course.course;
    const never = !weeksOf(facts).some((week) => row.heldIn(week));
    const texts = [
      ...(row.times.length > 0 && timePoints(facts.settings.week, row) === undefined
        ? [`${entity} may not meet ${row.text}: it is none of its times`]
        : []),
      ...(never ? [`${entity} meets in no week of the term as ${row.pattern}`] : []),
    ];
    return texts.map((text) => ({ entity, text, rows: [row] }));
  });
}

/** Points of the first of its times that fits best: pattern and start, then one of them, then any. */
export function timePoints(week: Week, { times, pattern, start }: Placement): number | undefined {
  const fits = times.filter(
    (time) =>
      (time.pattern === null || time.pattern === pattern) &&
      (time.start === null || periodOf(week, time.start) === start),
  );
  const exactness = (time: (typeof fits)[number]) => (time.pattern === null ? 0 : 2) + (time.start === null ? 0 : 1);
  return fits.toSorted((a, b) => exactness(b) - exactness(a))[0]?.points;
}

/** Courses with more meetings on a day than they may have. */
export function crowdedDays({ rows }: CourseFacts): Faults {
  const free = rows.filter(({ course }) => course.meetings !== null);
  const held = free.flatMap((row) => row.meetings.map(({ day }) => ({ row, day })));
  return [...groupBy(held, ({ row, day }) => `${row.course.course} on ${day}`)].flatMap(([name, own]): Faults => {
    const { course } = own[0]!.row;
    if (own.length <= course.same_day) return [];
    const text = `${name} has ${own.length} meetings, and at most ${course.same_day}`;
    return [{ entity: course.course, text, rows: own.map(({ row }) => row) }];
  });
}

/** Meetings while somebody or something that they need cannot be had. */
export function blocked(facts: CourseFacts): Faults {
  const { tables, rows } = facts;
  const { week } = facts.settings;
  const weeks = weeksOf(facts);
  return tables.unavailable.rows.flatMap((block) =>
    rows.flatMap((row): Faults => {
      const concerned =
        block.course === row.course.course ||
        (block.curriculum !== null && row.curricula.includes(block.curriculum)) ||
        (block.instructor !== null && row.course.instructors.includes(block.instructor)) ||
        (block.room !== null && row.room === block.room);
      const isThen = weeks.some((number) => heldIn(block.weeks, number) && row.heldIn(number));
      const meeting = concerned && isThen && row.meetings.find((each) => inBlock(week, block, each));
      if (!meeting) return [];
      const whose = block.course ?? block.curriculum ?? block.instructor ?? block.room ?? '';
      return [
        {
          entity: whose,
          text: `${row.course.course} meets ${meetingText(week, meeting)}, when ${whose} cannot be had`,
          rows: [row],
        },
      ];
    }),
  );
}

/** Whether a meeting and a block have a minute in common. */
function inBlock(week: Week, { day, periods, from, to }: UnavailableRow, meeting: Meeting): boolean {
  if (day !== null && day !== meeting.day) return false;
  if (periods.length > 0) return periods.some(([first, last]) => meeting.from <= last && first < meeting.to);
  const begin = from === null ? 0 : minuteOf(week, from);
  const end = to === null ? Infinity : minuteOf(week, to);
  return meeting.from * week.minutes < end && begin < meeting.to * week.minutes;
}

/** Locks without the meeting that they ask for. */
export function unlocked({ settings: { week }, tables, rows }: CourseFacts): Faults {
  return tables.locks.rows.flatMap((lock): Faults => {
    const own = rows.filter(({ course }) => course.course === lock.course);
    const from = periodOf(week, lock.start) ?? -1;
    const kept = own.some(({ meetings }) =>
      meetings.some((each) => each.day === lock.day && each.from === from && each.to === from + lock.periods),
    );
    const text = `${lock.course} does not meet ${meetingText(week, { day: lock.day, from, to: from + lock.periods })}, where it is locked`;
    return kept ? [] : [{ entity: lock.course, text, rows: own }];
  });
}
