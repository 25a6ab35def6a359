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
