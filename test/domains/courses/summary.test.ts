import { expect, it } from 'vitest';
import { courses } from '../../../src/domains/courses/index.ts';
import { documentOf, readScenario, runScenario } from '../../../src/index.ts';
import { written } from '../../tables/folder.ts';

it('a run is a document of timetables, each by curriculum, with days and periods from 0', async () => {
  const file = written(`
kind: courses
week: {days: [mon, tue, thu], periods: 2}
patterns: {2: [[tue:1, thu:1]]}
curricula: {se2: {courses: {MATH: 2}}, ee2: {courses: [MATH]}}
locks: [{course: MATH, at: [{day: tue, start: 1, len: 1}, {day: thu, start: "09:00", len: 1}]}]
alternatives: {count: 1}
`);
  const { n_solutions, solutions, status, net_score, bound } = courses.summary!(await runScenario(readScenario(file)));
  const schedule = [
    { day: 1, start: 1, duration: 1 },
    { day: 2, start: 1, duration: 1 },
  ];
  const own = [{ course_id: 'MATH', schedule }];
  // The lock leaves no other timetable.
  expect([n_solutions, status, net_score, bound]).toEqual([1, 'optimal', 0, 0]);
  expect(solutions).toEqual([
    {
      solution_id: '0',
      curricula: [
        { curriculum_id: 'ee2', courses: own },
        { curriculum_id: 'se2', courses: own },
      ],
    },
  ]);
});

it('alternatives are further timetables of the document', async () => {
  const { solutions } = courses.summary!(
    await runScenario(readScenario('scenarios/courses/winter.yaml', { set: ['alternatives.count=2'] })),
  ) as { readonly solutions: readonly { readonly solution_id: string; readonly curricula: unknown }[] };
  expect(solutions.map(({ solution_id }) => solution_id)).toEqual(['0', '1', '2']);
  expect(new Set(solutions.map(({ curricula }) => JSON.stringify(curricula))).size).toBe(3);
});

it('the answer to a request has as many timetables as it asks for, each another one, with its locks kept', async () => {
  const run = await runScenario(readScenario('scenarios/courses/small.yaml'));
  const document = documentOf(run, { table: 'timetable', as: 'sched-json' });
  expect(document).toEqual(courses.summary!(run));
  const { n_solutions, solutions } = document as {
    readonly n_solutions: number;
    readonly solutions: readonly { readonly curricula: readonly Curriculum[] }[];
  };
  expect([n_solutions, new Set(solutions.map(({ curricula }) => JSON.stringify(curricula))).size]).toEqual([2, 2]);
  for (const { curricula } of solutions) {
    const scheduleOf = (curriculum: string, course: string) =>
      curricula
        .find(({ curriculum_id }) => curriculum_id === curriculum)!
        .courses.find(({ course_id }) => course_id === course)!.schedule;
    expect(curricula.map(({ courses: own }) => own.length)).toEqual([4, 4]);
    expect(scheduleOf('ARCH2', 'MATH220')).toEqual(scheduleOf('CIVIL2', 'MATH220'));
    expect(scheduleOf('CIVIL2', 'HYDRO240')).toEqual([
      { day: 0, start: 20, duration: 3 },
      { day: 2, start: 20, duration: 3 },
    ]);
  }
});

interface Curriculum {
  readonly curriculum_id: string;
  readonly courses: readonly { readonly course_id: string; readonly schedule: readonly object[] }[];
}

it('an unknown form, and a table that has none, are refused with the forms that there are', async () => {
  const run = await runScenario(readScenario('scenarios/courses/small.yaml', { set: ['alternatives.count=1'] }));
  const refused = (table: string, as: string) => () => documentOf(run, { table, as });
  expect(refused('timetable', 'shed-json')).toThrow('runs of the kind courses have no form "shed-json"');
  expect(refused('timetable', 'constructor')).toThrow('have no form "constructor"');
  expect(refused('days', 'sched-json')).toThrow('"sched-json" is a form of the table timetable, not of days');
});
