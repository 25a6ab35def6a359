import { compare, groupBy } from '../../../audit/rows.ts';
import { type Meeting, meetingText } from '../../../tables/cells/week.ts';
import type { CourseFacts, Faults } from './facts.ts';
import type { Placement } from './look.ts';
import { weeksOf } from './terms.ts';

/** A meeting, and the placement that it is of. */
export interface Held {
  readonly meeting: Meeting;
  readonly row: Placement;
}

/** Two meetings that have a period and a week in common. */
export interface Overlap {
  readonly one: Held;
  readonly other: Held;
}

const known = new WeakMap<CourseFacts, readonly Overlap[]>();

/** All pairs of meetings of different placements that overlap. */
export function overlapsOf(facts: CourseFacts): readonly Overlap[] {
  const before = known.get(facts);
  if (before) return before;
  const held = facts.rows.flatMap((row) => row.meetings.map((meeting) => ({ row, meeting })));
  const weeks = weeksOf(facts);
  const found = [...groupBy(held, ({ meeting }) => meeting.day).values()].flatMap((day) => {
    const own = day.toSorted(
      (a, b) => a.meeting.from - b.meeting.from || compare(a.row.course.course, b.row.course.course),
    );
    return own.flatMap((one, at) => {
      const pairs: Overlap[] = [];
      for (let next = at + 1; next < own.length && own[next]!.meeting.from < one.meeting.to; next++) {
        const other = own[next]!;
        if (other.row !== one.row && weeks.some((week) => one.row.heldIn(week) && other.row.heldIn(week)))
          pairs.push({ one, other });
      }
      return pairs;
    });
  });
  known.set(facts, found);
  return found;
}

type Names = (row: Placement) => readonly string[];
const common = (names: Names, { one, other }: Overlap) =>
  names(one.row).filter((name) => names(other.row).includes(name));

function clash({ week }: CourseFacts['settings'], who: string, { one, other }: Overlap): Faults[number] {
  const text = ({ row, meeting }: Held) => `${row.course.course} (${meetingText(week, meeting)})`;
  return { entity: who, text: `${who}: ${text(one)} and ${text(other)} overlap`, rows: [one.row, other.row] };
}

const inCurricula: Names = ({ curricula }) => curricula;
const ofInstructors: Names = ({ course }) => course.instructors;

/** Meetings of a curriculum at the same time. One pair is told once, with all to whom it happens. */
export const curriculumClashes = (facts: CourseFacts): Faults =>
  overlapsOf(facts).flatMap((pair) => {
    const names = common(inCurricula, pair);
    if (names.length === 0) return [];
    return [clash(facts.settings, [...names, ...common(ofInstructors, pair)].join(', '), pair)];
  });

/** Meetings of an instructor at the same time, where they are not of one curriculum, too. */
export const instructorClashes = (facts: CourseFacts): Faults =>
  overlapsOf(facts).flatMap((pair) => {
    const names = common(ofInstructors, pair);
    return names.length === 0 || common(inCurricula, pair).length > 0
      ? []
      : [clash(facts.settings, names.join(', '), pair)];
  });

/** Meetings of one course at the same time. */
export const ownClashes = (facts: CourseFacts): Faults =>
  overlapsOf(facts)
    .filter(({ one, other }) => one.row.course === other.row.course)
    .map((pair) => clash(facts.settings, pair.one.row.course.course, pair));
