import { sumOf } from '../../../audit/numbers.ts';
import { groupBy } from '../../../audit/rows.ts';
import { clockOf, dayName, type Meeting } from '../../../tables/cells/week.ts';
import { plural } from '../../../text/format.ts';
import { overlapsOf } from './clashes.ts';
import type { CourseFacts, Faults } from './facts.ts';
import type { Placement } from './look.ts';
import { kindsOfWeek } from './terms.ts';

/** Instructors who teach more than they may. */
export function overworked(facts: CourseFacts): Faults {
  const { settings, tables, rows } = facts;
  return tables.instructors.rows.flatMap((limits): Faults => {
    const { instructor } = limits;
    const listed = tables.courses.rows.filter(({ instructors }) => instructors.includes(instructor));
    const own = rows.filter(({ course }) => course.instructors.includes(instructor));
    const kinds = kindsOfWeek(
      facts,
      listed.map(({ course }) => course),
    );
    const found = kinds.flatMap((week): Faults => {
      const held = own.filter((row) => row.heldIn(week));
      const days = settings.week.days.map((day) => ({ day, meetings: meetingsOn(held, day) }));
      const total = (meetings: readonly Meeting[]) => sumOf(meetings, ({ from, to }) => to - from);
      const used = days.filter(({ meetings }) => meetings.length > 0);
      const over = (count: number, most: number | null, text: string): Faults =>
        most === null || count <= most
          ? []
          : [{ entity: instructor, text: `${instructor} ${text}, and at most ${most}`, rows: held }];
      return [
        ...over(used.length, limits.days, `teaches on ${plural(used.length, 'day')}`),
        ...over(total(days.flatMap(({ meetings }) => meetings)), limits.periods, 'teaches too many periods a week'),
        ...used.flatMap(({ day, meetings }) => {
          const span = Math.max(...meetings.map(({ to }) => to)) - Math.min(...meetings.map(({ from }) => from));
          return [
            ...over(
              total(meetings),
              limits.day_periods,
              `teaches ${plural(total(meetings), 'period')} on ${dayName(day)}`,
            ),
            ...over(
              span - total(meetings),
              limits.gaps,
              `has ${plural(span - total(meetings), 'free period')} between meetings on ${dayName(day)}`,
            ),
          ];
        }),
      ];
    });
    // What is so in several kinds of week is told once.
    return [...groupBy(found, ({ text }) => text).values()].map((same) => same[0]!);
  });
}

const meetingsOn = (rows: readonly Placement[], day: Meeting['day']) =>
  rows.flatMap(({ meetings }) => meetings.filter((meeting) => meeting.day === day));

/** A way between two meetings of somebody for which there is too little time. */
interface Rush {
  readonly text: string;
  readonly who: string;
  readonly rows: readonly Placement[];
}

/** Ways that are too short for the people of a curriculum or an instructor, once for each kind of week. */
function rushes(facts: CourseFacts): readonly Rush[] {
  const { settings, tables, rows } = facts;
  if (tables.travel.rows.length === 0 || settings.rules.travel === false) return [];
  const curricula = [...groupBy(tables.curricula.rows, ({ curriculum }) => curriculum)].map(
    ([who, own]) => [who, own.map(({ course }) => course)] as const,
  );
  const taught = tables.courses.rows.flatMap(({ course, instructors }) => instructors.map((who) => ({ who, course })));
  const instructors = [...groupBy(taught, ({ who }) => who)].map(
    ([who, own]) => [who, own.map(({ course }) => course)] as const,
  );
  return [...curricula, ...instructors].flatMap(([who, courses]) =>
    kindsOfWeek(facts, courses).flatMap((week) => {
      const held = rows.filter((row) => courses.includes(row.course.course) && row.heldIn(week));
      return held.flatMap((before) => held.flatMap((after) => rushesBetween(facts, who, before, after)));
    }),
  );
}

function rushesBetween(
  { settings: { week }, tables }: CourseFacts,
  who: string,
  before: Placement,
  after: Placement,
): readonly Rush[] {
  const minutes = wayMinutes(tables, before, after);
  if (minutes === 0 || before === after) return [];
  return before.meetings.flatMap(({ day, to }) =>
    after.meetings
      .filter((meeting) => meeting.day === day && meeting.from >= to && (meeting.from - to) * week.minutes < minutes)
      .map((meeting) => ({
        who,
        text: `${who}, ${dayName(day)}: from ${before.course.course} in ${before.room} to ${after.course.course} in ${after.room} it takes ${plural(minutes, 'minute')}, and there are ${(meeting.from - to) * week.minutes} (${clockOf(week, to)})`,
        rows: [before, after],
      })),
  );
}

/** Minutes of the way from one placement to another; none where nobody says. */
export function wayMinutes(tables: CourseFacts['tables'], before: Placement, after: Placement): number {
  const [from, to] = [before.rooms[0]?.building ?? null, after.rooms[0]?.building ?? null];
  if (from === to || from === null || to === null) return 0;
  const way = tables.travel.rows.find(
    (row) => [row.from, row.to].every((name) => name === from || name === to) && row.from !== row.to,
  );
  return way?.minutes ?? 0;
}

/** Ways that are too short, where they may not be. */
export const shortWays = (facts: CourseFacts): Faults => {
  const { travel } = facts.settings.rules;
  if (travel === false || travel.penalty !== false) return [];
  return rushes(facts).map(({ who, text, rows }) => ({ entity: who, text, rows }));
};

/** Courses whose meetings are on too few days, by the course; where days are not charged, a meeting that is left out excuses one. */
const missingDays = ({ settings, tables, rows }: CourseFacts) => {
  const isCharged = settings.rules.min_days.penalty !== false;
  const placed = groupBy(rows, ({ course }) => course);
  return tables.courses.rows.flatMap((course) => {
    const own = placed.get(course) ?? [];
    const days = new Set(own.flatMap(({ meetings }) => meetings.map(({ day }) => day))).size;
    const leftOut = course.meetings === null ? (own.length === 0 ? course.min_days : 0) : course.meetings - own.length;
    const missing = Math.max(0, course.min_days - days - (isCharged ? 0 : leftOut));
    return course.min_days <= 1 || missing === 0 ? [] : [{ course, own, days, missing }];
  });
};

/** Courses on too few days, where they must have them. */
export const fewDays = (facts: CourseFacts): Faults =>
  facts.settings.rules.min_days.penalty !== false
    ? []
    : missingDays(facts).map(({ course, own, days }) => ({
        entity: course.course,
        text: `${course.course} meets on ${plural(days, 'day')}, and needs ${course.min_days}`,
        rows: own,
      }));

/** What people are charged for, by the names that the objective gives it. */
export const peopleCharges = {
  min_days_penalty: (facts: CourseFacts): number => {
    const { penalty } = facts.settings.rules.min_days;
    return penalty === false ? 0 : penalty * sumOf(missingDays(facts), ({ missing }) => missing);
  },
  travel_penalty: (facts: CourseFacts): number => {
    const { travel } = facts.settings.rules;
    return travel === false || travel.penalty === false ? 0 : travel.penalty * rushes(facts).length;
  },
  students_penalty: (facts: CourseFacts): number => {
    const { students } = facts.settings.rules;
    return students === false ? 0 : students.cost * sumOf(studentClashes(facts), ({ lost }) => lost);
  },
};

/** Pairs of courses with students in common that overlap, and how many students miss how many periods. */
export function studentClashes(facts: CourseFacts) {
  const overlaps = overlapsOf(facts);
  return facts.tables.common_students.rows.flatMap(({ first, second, students }) => {
    const own = overlaps.filter(({ one, other }) => {
      const names = [one.row.course.course, other.row.course.course];
      return names.includes(first) && names.includes(second) && names[0] !== names[1];
    });
    const lost = sumOf(kindsOfWeek(facts, [first, second]), (week) =>
      sumOf(own, ({ one, other }) => {
        if (!one.row.heldIn(week) || !other.row.heldIn(week)) return 0;
        const [a, b] = [one.meeting, other.meeting];
        return students * (Math.min(a.to, b.to) - Math.max(a.from, b.from));
      }),
    );
    return lost === 0 ? [] : [{ first, second, students, lost, text: own.map(({ one }) => one.row.text)[0]! }];
  });
}
