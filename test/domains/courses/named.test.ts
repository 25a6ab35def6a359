import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { courses } from '../../../src/domains/courses/index.ts';
import { readScenario, runScenario } from '../../../src/index.ts';
import { lengthsOf, periodOf } from '../../../src/tables/cells/week.ts';
import { written } from '../../tables/folder.ts';
import { type Keys, type Solved, solved } from './weeks.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri'];

/** A meeting of a course: its day, its first period, and how many periods it takes. */
interface Lecture {
  readonly course: string;
  readonly day: string;
  readonly start: number;
  readonly length: number;
}

/** The meetings of a timetable, read from its rows and nothing else. */
const lecturesOf = ({ schedule, settings: { week } }: Solved): readonly Lecture[] =>
  schedule.flatMap(({ course, pattern, start }) =>
    lengthsOf(String(pattern))!.map(({ day, periods: length }) => ({
      ...{ course: String(course), day, length },
      start: periodOf(week, String(start))!,
    })),
  );

/** The periods of a day that courses take, in order. */
const takenOn = (lectures: readonly Lecture[], day: string, own: readonly string[]): readonly number[] =>
  lectures
    .filter((each) => each.day === day && own.includes(each.course))
    .flatMap(({ start, length }) => Array.from({ length }, (_, at) => start + at))
    .toSorted((a, b) => a - b);

/** A lecture in short: "tue 10+3". */
const inShort = ({ day, start, length }: Lecture): string => `${day} ${start}+${length}`;
const of = (lectures: readonly Lecture[], course: string) => lectures.filter((each) => each.course === course);

/** Courses 0, 1, 2 … of so many periods a week. */
const coursesOf = (...periods: readonly number[]) =>
  Object.fromEntries(periods.map((own, course) => [String(course), own]));

/** Every way to meet for 6 or 4 periods a week on some days: once, or more often at the same time. */
function anyPatterns(days: readonly string[]) {
  const pairs = days.flatMap((a, at) => days.slice(at + 1).map((b) => [a, b] as const));
  const threes = pairs.flatMap(([a, b]) => days.slice(days.indexOf(b) + 1).map((c) => [a, b, c] as const));
  const each = (some: readonly (readonly string[])[], length: number) =>
    some.map((own) => own.map((day) => `${day}:${length}`));
  return {
    6: [
      ...each(
        days.map((day) => [day]),
        6,
      ),
      ...each(pairs, 3),
      ...each(threes, 2),
    ],
    4: each(pairs, 2),
  };
}

const week = (days: number, periods: number) => ({
  week: { days: DAYS.slice(0, days), periods },
  patterns: anyPatterns(DAYS.slice(0, days)),
});

/** Two curricula of {6, 6, 4, 6} and {6, 4, 4, 4} periods, with one course in common. */
const TWO = { a: { courses: coursesOf(6, 6, 4, 6) }, b: { courses: { 0: 6, 4: 4, 5: 4, 6: 4 } } };

describe('the nine solver cases', () => {
  it('weekly sum: the meetings of each course add up to its periods a week', async () => {
    const found = await solved({ ...week(3, 8), curricula: TWO });
    const lectures = lecturesOf(found);
    const sums = found.tables.courses.rows.map(({ course, periods }) => [
      periods,
      of(lectures, course).reduce((sum, { length }) => sum + length, 0),
    ]);
    expect(sums).toHaveLength(7);
    for (const [periods, sum] of sums) expect(sum).toBe(periods);
    expect(found.audit.violations).toEqual([]);
  });

  it('unavailability: a course meets where nothing forbids it, and so nowhere else', async () => {
    const whole = (day: string) => ({ day, periods: [[0, 9]] });
    const unavailable = [
      ...['mon', 'tue'].map((day) => ({ course: 3, ...whole(day) })),
      { course: 3, day: 'wed', periods: [[0, 2]] },
      { course: 1, ...whole('mon') },
      ...['tue', 'wed'].map((day) => ({ course: 1, day, periods: [[2, 9]] })),
    ];
    const found = await solved({ ...week(3, 10), curricula: { a: { courses: coursesOf(6, 4, 6, 6) } }, unavailable });
    const lectures = lecturesOf(found);
    // Course 3 has the periods 3 to 9 of Wednesday alone: one meeting of six.
    const three = of(lectures, '3');
    expect(three.map(({ day, length }) => [day, length])).toEqual([['wed', 6]]);
    expect(three[0]!.start).toBeGreaterThanOrEqual(3);
    expect(three[0]!.start + three[0]!.length - 1).toBeLessThanOrEqual(9);
    expect(of(lectures, '1').map(inShort)).toEqual(['tue 0+2', 'wed 0+2']);
    expect(found.audit.violations).toEqual([]);
  });

  it('lecture length: each meeting has 2, 3 or 6 periods', async () => {
    const found = await solved({ ...week(3, 10), curricula: TWO });
    const lengths = new Set(lecturesOf(found).map(({ length }) => length));
    expect([...lengths].filter((length) => ![2, 3, 6].includes(length))).toEqual([]);
    expect(found.audit.violations).toEqual([]);
  });

  it('sync: a shared course has one time for all its curricula', async () => {
    const shared = { 0: 6, 1: 4, 3: 6, 5: 4, 6: 6 };
    const own = { a: { 2: 6 }, b: { 4: 6, 7: 4 }, c: { 8: 6 } };
    const curricula = Object.fromEntries(
      Object.entries(own).map(([name, more]) => [name, { courses: { ...shared, ...more } }]),
    );
    const { solutions } = await documentOf({ ...week(5, 10), curricula });
    const times = (course: string) =>
      solutions[0]!.curricula.flatMap((each) =>
        each.courses.filter(({ course_id }) => course_id === course).map(({ schedule }) => JSON.stringify(schedule)),
      );
    for (const course of Object.keys(shared)) {
      expect(times(course)).toHaveLength(3);
      expect(new Set(times(course)).size).toBe(1);
    }
    const found = await solved({ ...week(5, 10), curricula });
    expect(found.audit.violations).toEqual([]);
    for (const day of DAYS)
      for (const { courses: some } of Object.values(curricula)) {
        const taken = takenOn(lecturesOf(found), day, Object.keys(some));
        expect(new Set(taken).size).toBe(taken.length);
      }
  });

  it('symmetry: days that belong together match, and no other day is used, also where the week is full', async () => {
    const found = await solved({
      week: { days: DAYS, periods: 8 },
      curricula: { a: { courses: coursesOf(6, 4, 6, 6, 6, 4, 4, 4) } },
    });
    const lectures = lecturesOf(found);
    for (const course of ['0', '1', '2', '3', '4', '5', '6', '7']) {
      const mine = of(lectures, course);
      const days = mine.map(({ day }) => day).join('+');
      expect(['mon', 'tue', 'wed', 'thu', 'fri', 'tue+thu', 'mon+wed', 'mon+wed+fri']).toContain(days);
      expect(new Set(mine.map(({ start, length }) => `${start}+${length}`)).size).toBe(1);
    }
    for (const day of DAYS)
      expect(takenOn(lectures, day, ['0', '1', '2', '3', '4', '5', '6', '7'])).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('serialiser: the document of a run has the shape of a response', async () => {
    const found = await documentOf({ ...week(3, 8), curricula: TWO });
    expect(found.n_solutions).toBe(1);
    expect(found.solutions.map(({ curricula }) => curricula.map(({ curriculum_id }) => curriculum_id))).toEqual([
      ['a', 'b'],
    ]);
    expect(found.solutions[0]!.curricula.map((each) => each.courses.length)).toEqual([4, 4]);
  });

  it('lock: locked courses meet exactly where they are locked', async () => {
    const lockOf = (course: number, days: readonly string[], start: number, len: number) => ({
      ...{ course, at: days.map((day) => ({ day, start, len })) },
    });
    const found = await solved({
      curricula: { a: { courses: coursesOf(6, 6, 4, 6) }, b: { courses: { 0: 6, 4: 6, 5: 4 } } },
      locks: [lockOf(0, ['tue', 'thu'], 10, 3), lockOf(4, ['mon', 'wed', 'fri'], 20, 2)],
    });
    const lectures = lecturesOf(found);
    expect(of(lectures, '0').map(inShort)).toEqual(['tue 10+3', 'thu 10+3']);
    expect(of(lectures, '4').map(inShort)).toEqual(['mon 20+2', 'wed 20+2', 'fri 20+2']);
    expect(found.audit.violations).toEqual([]);
  });

  it('soft total: no day has 1 to 3 periods, and none is 14 periods long from end to end', async () => {
    const courses = { a: coursesOf(6, 6, 6, 6), b: { 0: 6, 4: 6, 5: 6, 6: 6 } };
    const found = await solved({
      curricula: Object.fromEntries(Object.entries(courses).map(([name, own]) => [name, { courses: own }])),
      rules: { day_total: { min: 4, max: 14, under: 1, over: 1 }, span: { max: 13, cost: 1 } },
    });
    for (const own of Object.values(courses))
      for (const day of DAYS) {
        const taken = takenOn(lecturesOf(found), day, Object.keys(own));
        if (taken.length === 0) continue;
        expect(taken.length).toBeGreaterThanOrEqual(4);
        expect(taken.at(-1)! + 1 - taken[0]!).toBeLessThan(14);
      }
    expect(found.audit.objective).toMatchObject({ day_total_penalty: 0, span_penalty: 0, net_score: 0 });
  });

  it('soft start: no meeting begins before period 4 or ends after period 24', async () => {
    const found = await solved({
      curricula: { a: { courses: coursesOf(6, 6, 4, 6) }, b: { courses: { 0: 6, 4: 6, 5: 4 } } },
      weights: { start: { early: 4, late: 24, early_cost: 1, late_cost: 1 } },
    });
    for (const { start, length } of lecturesOf(found)) {
      expect(start).toBeGreaterThanOrEqual(4);
      expect(start + length).toBeLessThanOrEqual(24);
    }
    expect(found.audit.objective.net_score).toBe(0);
  });
});

const lecture = z.strictObject({
  day: z.int().min(0).max(4),
  start: z.int().min(0).max(26),
  duration: z.literal([2, 3, 6]),
});
const curriculum = z.strictObject({
  curriculum_id: z.string().min(1),
  courses: z.array(z.strictObject({ course_id: z.string().min(1), schedule: z.array(lecture).min(1) })).min(1),
});
/** The response of the earlier scheduler; what the document says beside it is free. */
const response = z.looseObject({
  n_solutions: z.int().min(0).max(999),
  solutions: z.array(z.strictObject({ solution_id: z.string(), curricula: z.array(curriculum).min(1) })),
});

/** The document of a run. */
async function documentOf(keys: Keys): Promise<z.output<typeof response>> {
  const file = written(JSON.stringify({ kind: 'courses', ...keys }));
  return response.parse(courses.summary!(await runScenario(readScenario(file))));
}
