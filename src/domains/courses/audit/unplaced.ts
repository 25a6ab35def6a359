import { clockOf, lengthsOf, type Meeting } from '../../../tables/cells/week.ts';
import { plural } from '../../../text/format.ts';
import type { CourseRow } from '../tables.ts';
import type { CourseFacts } from './facts.ts';
import { blocked, needsOf } from './hard.ts';
import { look, type Placement } from './look.ts';
import { patternsOf, weeksOf } from './terms.ts';

/** A course that lacks places, and who or what takes its times. */
export interface Unplaced {
  readonly course: string;
  readonly missing: number;
  /** All times that its patterns allow. */
  readonly times: number;
  /** Those that neither people nor blocks take: rooms, links and prices decide there. */
  readonly free: number;
  readonly why: string;
}

/** How many partners are told of each course. */
const TOLD = 4;

/** Courses with fewer placements than they need, each with those that are in its way, most times first. */
export function unplacedCourses(facts: CourseFacts): readonly Unplaced[] {
  return needsOf(facts).flatMap(({ course, missing }): readonly Unplaced[] => {
    if (missing <= 0) return [];
    const times = timesOf(facts, course);
    const obstacles = times.map((time) => obstaclesTo(facts, time));
    const counts = new Map<string, number>();
    for (const each of obstacles.flatMap((own) => [...new Set(own)])) counts.set(each, (counts.get(each) ?? 0) + 1);
    const most = [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const free = obstacles.filter((own) => own.length === 0).length;
    const told = most.slice(0, TOLD).map(([text, count]) => `${text}: ${plural(count, 'time')}`);
    const more = most.length > TOLD ? [`${most.length - TOLD} more`] : [];
    const rest = free === 0 ? [] : ['at the others rooms, links or points decide'];
    return [{ course: course.course, missing, times: times.length, free, why: [...told, ...more, ...rest].join('; ') }];
  });
}

/** Every time that the patterns of a course allow, as a placement without a room. */
function timesOf(facts: CourseFacts, course: CourseRow): readonly Placement[] {
  const { week } = facts.settings;
  return patternsOf(facts, course).flatMap((pattern) => {
    const longest = Math.max(...(lengthsOf(pattern) ?? []).map(({ periods }) => periods));
    return Array.from({ length: Math.max(0, week.periods - longest + 1) }, (_, start) => {
      const found = look({ course: course.course, pattern, start: clockOf(week, start) }, facts);
      return typeof found === 'string' ? [] : [found];
    }).flat();
  });
}

function obstaclesTo(facts: CourseFacts, time: Placement): readonly string[] {
  const weeks = weeksOf(facts).filter((week) => time.heldIn(week));
  const partners = facts.rows.flatMap((row) => {
    const people = [
      ...row.curricula.filter((name) => time.curricula.includes(name)),
      ...row.course.instructors.filter((name) => time.course.instructors.includes(name)),
    ];
    const meets = people.length > 0 && row.meetings.some((one) => time.meetings.some((other) => overlap(one, other)));
    return meets && weeks.some((week) => row.heldIn(week)) ? [`${row.course.course} (${people.join(', ')})`] : [];
  });
  const blocks = blocked({ ...facts, rows: [time] }).map(({ entity }) => `${entity} cannot be had`);
  return [...partners, ...blocks];
}

const overlap = (one: Meeting, other: Meeting): boolean =>
  one.day === other.day && one.from < other.to && other.from < one.to;
