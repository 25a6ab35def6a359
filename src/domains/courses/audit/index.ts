import { auditBy } from '../../../audit/by-rows.ts';
import { sumOf } from '../../../audit/numbers.ts';
import { tableOf } from '../../../audit/table.ts';
import { clockOf, dayName, maskOf, meetingText, type Week } from '../../../tables/cells/week.ts';
import type { CourseSettings } from '../scenario.ts';
import type { CourseTables } from '../tables.ts';
import { curriculumClashes, instructorClashes, ownClashes } from './clashes.ts';
import { type CurriculumDay, curriculumDays, dayCharges } from './days.ts';
import type { CourseFacts } from './facts.ts';
import {
  blocked,
  crowdedDays,
  misplaced,
  needsOf,
  strangePatterns,
  strangeTimes,
  timePoints,
  unlocked,
} from './hard.ts';
import { linksPenalty, looseLinks } from './links.ts';
import { look, type Placement, type Question } from './look.ts';
import { fewDays, overworked, peopleCharges, shortWays, studentClashes } from './people.ts';
import { crowdedRooms, fullRooms, placeCharges, strangePlaces } from './places.ts';
import { roomLoads, roomsIn } from './room-names.ts';
import { unplacedCourses } from './unplaced.ts';

/** What a placement costs by its hour, and where its times and rooms have points. */
function pointsOf(row: Placement, { settings }: Question): number {
  const { meetings, places, room } = row;
  const { early, late, early_cost, late_cost } = settings.weights.start;
  const cost = sumOf(
    meetings,
    ({ from, to }) => early_cost * Math.max(0, early - from) + late_cost * Math.max(0, to - late),
  );
  const liked = places.find((each) => each.room === room);
  const total = cost + (timePoints(settings.week, row) ?? 0) + (liked?.points ?? 0);
  return total === 0 ? 0 : -total;
}

const placedPenalty = (facts: CourseFacts): number => {
  const { penalty } = facts.settings.rules.placed;
  return penalty === false ? 0 : penalty * sumOf(needsOf(facts), ({ missing }) => Math.max(0, missing));
};

const chargedFor = (name: string) => (facts: CourseFacts) =>
  sumOf(curriculumDays(facts), (day) => dayCharges[name]!(facts, day));

const dayFields = (facts: CourseFacts) =>
  [
    ['curriculum', 'text', 'Curriculum', ({ curriculum }: CurriculumDay) => curriculum],
    ['week', 'text', 'Week', ({ week }: CurriculumDay) => (week === 0 ? '' : `week ${week}`)],
    ['day', 'text', 'Day', ({ day }: CurriculumDay) => dayName(day)],
    ['periods', 'integer', 'Periods', ({ periods }: CurriculumDay) => periods],
    ['span', 'integer', 'From end to end', ({ span }: CurriculumDay) => span],
    ['longest_run', 'integer', 'Longest run', ({ runs }: CurriculumDay) => Math.max(0, ...runs)],
    ['three_in_a_row', 'integer', 'Three in a row', ({ threes }: CurriculumDay) => threes],
    ['lunch', 'text', 'Lunch', ({ lunch }: CurriculumDay) => (lunch ? 'yes' : 'no')],
    [
      'penalty',
      'integer',
      'Penalty',
      (day: CurriculumDay) => sumOf(Object.values(dayCharges), (charge) => charge(facts, day)),
    ],
  ] as const;

/** Every meeting of a placement, with where it stands. */
const meetingsOf = ({ settings: { week }, rows }: CourseFacts) =>
  rows
    .flatMap((row) => row.meetings.map((meeting) => ({ row, meeting })))
    .toSorted(
      (a, b) =>
        orderOf(week, a.meeting) - orderOf(week, b.meeting) || (a.row.course.course < b.row.course.course ? -1 : 1),
    );

const orderOf = (week: Week, { day, from }: Placement['meetings'][number]) =>
  week.days.indexOf(day) * week.periods + from;

/** The auditor of a timetable: it checks and prices every placement again, from settings and tables alone. */
export const auditor = auditBy<CourseSettings, CourseTables, Placement>({
  table: 'timetable',
  look,
  columns: [
    ['course', 'text', 'Course', ({ course }) => course.course],
    ['pattern', 'text', 'Pattern', ({ pattern }) => pattern],
    ['start', 'text', 'Start', ({ text }) => text.slice(4, 9)],
    ['room', 'text', 'Room', ({ room }) => room],
    ['meets', 'text', 'Meets', ({ text }) => text],
    ['curricula', 'text', 'Curricula', ({ curricula }) => curricula.join(', ')],
    ['instructors', 'text', 'Instructors', ({ course }) => course.instructors.join(', ')],
    ['weeks', 'text', 'Weeks', ({ course }) => course.weeks ?? ''],
  ],
  rules: {
    placed: misplaced,
    fits: (facts) => [...strangePatterns(facts), ...strangeTimes(facts), ...strangePlaces(facts)],
    curriculum: curriculumClashes,
    instructor: instructorClashes,
    room: fullRooms,
    seats: crowdedRooms,
    same_day: (facts) => [...ownClashes(facts), ...crowdedDays(facts)],
    min_days: fewDays,
    unavailable: blocked,
    locks: unlocked,
    links: looseLinks,
    teaching: overworked,
    travel: shortWays,
  },
  score: pointsOf,
  penalties: {
    placed_penalty: placedPenalty,
    links_penalty: linksPenalty,
    ...placeCharges,
    ...peopleCharges,
    ...Object.fromEntries(Object.keys(dayCharges).map((name) => [name, chargedFor(name)])),
  },
  metrics: (kit) => ({
    placements: kit.count({
      label: 'Placements',
      meaning:
        'How many placements there are: a course has one, or one for each meeting where nobody lists its patterns.',
      better: 'more',
      headline: true,
      unit: 'placements',
      terminal: 'placements',
    }),
    courses_placed: kit.spread({
      label: 'Courses placed',
      meaning: 'How many courses have a place in the week.',
      better: 'more',
      headline: true,
      unit: 'courses',
      by: ({ course }) => course.course,
      of: ({ length }) => length,
      terminal: 'courses',
    }),
    free_days: kit.value({
      label: 'Free days of curricula',
      meaning: 'Days on which a curriculum has no course, over all curricula.',
      better: 'more',
      headline: true,
      unit: 'days',
      of: (facts) => curriculumDays(facts).filter(({ periods }) => periods === 0).length,
      terminal: 'free days',
    }),
    longest_day: kit.value({
      label: 'Longest day from end to end',
      meaning:
        'The most periods from the first course of a curriculum on a day to the end of its last one, gaps included.',
      better: 'less',
      headline: true,
      unit: 'periods',
      of: (facts) => Math.max(0, ...curriculumDays(facts).map(({ span }) => span)),
    }),
    gaps: kit.value({
      label: 'Gaps within days',
      meaning: 'Free periods between two courses of a curriculum on a day, over all days and curricula.',
      better: 'less',
      headline: true,
      unit: 'periods',
      of: (facts) => sumOf(curriculumDays(facts), ({ span, periods }) => span - periods),
      terminal: 'gaps',
    }),
  }),
  tables: {
    meetings: (facts) => {
      const roomOf = roomsIn(facts);
      return tableOf(meetingsOf(facts), [
        ['day', 'text', 'Day', ({ meeting }) => dayName(meeting.day)],
        ['from', 'text', 'From', ({ meeting }) => clockOf(facts.settings.week, meeting.from)],
        ['to', 'text', 'To', ({ meeting }) => clockOf(facts.settings.week, meeting.to)],
        ['course', 'text', 'Course', ({ row }) => row.course.course],
        ['curricula', 'text', 'Curricula', ({ row }) => row.curricula.join(', ')],
        ['instructors', 'text', 'Instructors', ({ row }) => row.course.instructors.join(', ')],
        ['room', 'text', 'Room', ({ row, meeting }) => roomOf(row, meeting)],
        ['weeks', 'text', 'Weeks', ({ row }) => [row.course.weeks, maskOf(row.pattern)].filter(Boolean).join(', ')],
        ['text', 'text', 'In words', ({ meeting }) => meetingText(facts.settings.week, meeting)],
      ]);
    },
    clashes: (facts) =>
      tableOf(studentClashes(facts), [
        ['first', 'text', 'Course', ({ first }) => first],
        ['second', 'text', 'Other course', ({ second }) => second],
        ['students', 'integer', 'Students of both', ({ students }) => students],
        ['lost', 'integer', 'Periods that they miss', ({ lost }) => lost],
      ]),
    days: (facts) => tableOf(curriculumDays(facts), dayFields(facts)),
    unplaced: (facts) =>
      tableOf(unplacedCourses(facts), [
        ['course', 'text', 'Course', ({ course }) => course],
        ['missing', 'integer', 'Lacks', ({ missing }) => missing],
        ['times', 'integer', 'Times', ({ times }) => times],
        ['free', 'integer', 'Free', ({ free }) => free],
        ['why', 'text', 'In the way', ({ why }) => why],
      ]),
    rooms: (facts) =>
      tableOf(roomLoads(facts), [
        ['room', 'text', 'Room', ({ room }) => room.room],
        ['seats', 'integer', 'Seats', ({ room }) => room.seats],
        ['building', 'text', 'Building', ({ room }) => room.building ?? ''],
        ['meetings', 'integer', 'Meetings', ({ meetings }) => meetings],
        ['hours', 'number', 'Hours', ({ hours }) => hours],
      ]),
    listings: ({ tables }) =>
      tableOf(tables.curricula.rows, [
        ['curriculum', 'text', 'Curriculum', ({ curriculum }) => curriculum],
        ['course', 'text', 'Course', ({ course }) => course],
      ]),
  },
});
