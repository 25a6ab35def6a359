import { expect, it } from 'vitest';
import { readScenario, runScenario } from '../../../src/index.ts';
import { written } from '../../tables/folder.ts';

const WEEK = `
kind: courses
week: {days: [tue, thu], periods: 4}
patterns: {2: [[tue:1, thu:1]], 1: [[tue:1], [thu:1]]}
curricula: {se2: {courses: {MATH: 2, PHYS: 2, ENG: 1}}}
`;
const LOCK = 'at: [{day: tue, start: 1, len: 1}, {day: thu, start: 1, len: 1}]';

async function conflictOf(more: string) {
  const { conflict } = await runScenario(readScenario(written(`${WEEK}${more}`)));
  return conflict?.members.map(({ rule, label }) => `${rule}: ${label}`);
}

it('two courses of a curriculum that are locked to one time: these two locks, and the time that they share', async () => {
  expect(await conflictOf(`locks: [{course: MATH, ${LOCK}}, {course: PHYS, ${LOCK}}]`)).toEqual([
    'curriculum: se2, Tue 09:00',
    'locks: MATH, Tue 09:00–09:30 and Thu 09:00–09:30',
    'locks: PHYS, Tue 09:00–09:30 and Thu 09:00–09:30',
  ]);
});

it('a lock in a time that is blocked: this lock and this block', async () => {
  const blocked = 'unavailable: [{course: MATH, day: tue, periods: [[1, 2]]}, {course: ENG, day: thu}]';
  expect(await conflictOf(`${blocked}\nlocks: [{course: MATH, ${LOCK}}]`)).toEqual([
    'unavailable: MATH, Tue 09:00–10:00',
    'locks: MATH, Tue 09:00–09:30 and Thu 09:00–09:30',
  ]);
});

it('of a week of many courses too, the least that must give way is one of the two locks', async () => {
  const names = Array.from({ length: 14 }, (_, index) => `C${index}`);
  const curricula = { a: { courses: names.slice(0, 8) }, b: { courses: names.slice(6) } };
  const at = [{ day: 'tue', start: 3, len: 2 }];
  const { conflict } = await runScenario(
    readScenario(
      written(
        JSON.stringify({
          ...{ kind: 'courses', week: { days: ['tue', 'thu', 'fri'], periods: 12 }, curricula },
          ...{ patterns: { 2: [['tue:2'], ['thu:2'], ['fri:2']] }, rules: { span: { max: 6 }, run: { max: 4 } } },
          courses: names.map((course) => ({ course, periods: 2 })),
          locks: ['C0', 'C1'].map((course) => ({ course, at })),
        }),
      ),
    ),
  );
  expect(conflict?.members.map(({ rule, label }) => `${rule}: ${label}`)).toEqual([
    'curriculum: a, Tue 10:00',
    'locks: C0, Tue 10:00–11:00',
    'locks: C1, Tue 10:00–11:00',
  ]);
  expect(conflict?.relaxation.map(({ rule, by }) => `${rule} ${by}`)).toEqual(['locks 1']);
});
