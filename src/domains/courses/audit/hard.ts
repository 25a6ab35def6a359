import type { Facts, RowFault } from '../../../audit/by-rows.ts';
import { groupBy } from '../../../audit/rows.ts';
import { type Meeting, meetingText, minuteOf, periodOf, type Week } from '../../../tables/cells/week.ts';
import { plural } from '../../../text/format.ts';
import type { CourseSettings } from '../scenario.ts';
import type { CourseTables, UnavailableRow } from '../tables.ts';
import type { Placement } from './look.ts';

export type CourseFacts = Facts<CourseSettings, CourseTables, Placement>;
type Faults = readonly RowFault<Placement>[];

/** Courses with more placements than they need, or with fewer where nobody may be left out. */
export function misplaced({ settings, tables, rows }: CourseFacts): Faults {
  const placed = groupBy(rows, ({ course }) => course.course);
  return tables.courses.rows.flatMap((course): Faults => {
    const own = placed.get(course.course) ?? [];
    const needs = course.meetings ?? 1;
    const short = own.length < needs && settings.rules.placed.penalty === false;
    if (own.length <= needs && !short) return [];
    const text = `${course.course} is placed ${plural(own.length, 'time')}, and needs ${needs}`;
    return [{ entity: course.course, text, rows: own }];
  });
}

/** Placements in a pattern that the course does not have. */
export function strangePatterns({ settings, rows }: CourseFacts): Faults {
  return rows.flatMap((row): Faults => {
    const { course, meetings, pattern } = row;
    const entity = course.course;
    if (course.meetings !== null) {
      const length = course.periods / course.meetings;
      const fine = meetings.length === 1 && meetings[0]!.to - meetings[0]!.from === length;
      return fine
        ? []
        : [
            {
              entity,
              text: `${entity} meets in pieces of ${plural(length, 'period')}, not as ${pattern}`,
              rows: [row],
            },
          ];
    }
    const own = settings.patterns[course.pattern ?? String(course.periods)] ?? [];
    const fine = own.some((parts) => parts.join('+') === pattern);
    return fine ? [] : [{ entity, text: `${pattern} is none of the patterns of ${entity}`, rows: [row] }];
  });
}

/** A meeting, and the placement that it is of. */
interface Held {
  readonly meeting: Meeting;
  readonly row: Placement;
}

/** Meetings at the same time, among those of each of some people or things. */
export function overlaps({ settings: { week }, rows }: CourseFacts, of: (row: Placement) => readonly string[]): Faults {
  const held = rows.flatMap((row) => of(row).flatMap((who) => row.meetings.map((meeting) => ({ who, meeting, row }))));
  return [...groupBy(held, ({ who }) => who)].flatMap(([who, own]) =>
    own.flatMap((one, at) =>
      own.slice(at + 1).flatMap((other): Faults => {
        if (!meetAtOnce(one, other)) return [];
        const text = `${who}: ${one.row.course.course} (${meetingText(week, one.meeting)}) and ${other.row.course.course} (${meetingText(week, other.meeting)}) overlap`;
        return [{ entity: who, text, rows: [...new Set([one.row, other.row])] }];
      }),
    ),
  );
}

const meetAtOnce = ({ meeting: a }: Held, { meeting: b }: Held): boolean =>
  a.day === b.day && a.from < b.to && b.from < a.to;

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
export function blocked({ settings: { week }, tables, rows }: CourseFacts): Faults {
  return tables.unavailable.rows.flatMap((block) =>
    rows.flatMap((row): Faults => {
      const concerned =
        block.course === row.course.course ||
        (block.curriculum !== null && row.curricula.includes(block.curriculum)) ||
        (block.instructor !== null && row.course.instructors.includes(block.instructor));
      const meeting = concerned && row.meetings.find((each) => inBlock(week, block, each));
      if (!meeting) return [];
      const whose = block.course ?? block.curriculum ?? block.instructor ?? '';
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
