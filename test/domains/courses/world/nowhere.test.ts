import { expect, it } from 'vitest';
import { readScenario, runScenario } from '../../../../src/index.ts';
import { written } from '../../../tables/folder.ts';

const WEEK = `
kind: courses
week: {days: [tue, thu], periods: 4}
patterns: {2: [[tue:1, thu:1]], 3: [[tue:3]]}
rooms:
  - {room: Hall, seats: 80, features: projector}
  - {room: Lab, seats: 20, features: lab}
`;

/** The run of one course beside what else the scenario says. */
const runOf = (course: string, more = '') =>
  runScenario(readScenario(written(`${WEEK}courses: [{course: MATH, ${course}}]\n${more}`)));

async function conflictOf(course: string, more?: string) {
  const { status, conflict } = await runOf(course, more);
  expect(status).toBe('infeasible');
  return conflict?.members.map(({ rule, label }) => `${rule}: ${label}`);
}

const NOWHERE = 'placed: MATH, for which there is no placement';

it('too few seats: how many students, and the largest room', async () => {
  expect(await conflictOf('periods: 2, students: 90')).toEqual([
    `${NOWHERE}: it has 90 students, and of the rooms that it may have the largest, Hall, seats 80`,
  ]);
  expect(await conflictOf('periods: 2, students: 30, features: lab')).toEqual([
    `${NOWHERE}: it has 30 students, and of the rooms that it may have the largest, Lab, seats 20`,
  ]);
});

it('what no room has, and what no single room has', async () => {
  expect(await conflictOf('periods: 2, features: piano')).toEqual([`${NOWHERE}: it needs piano, and no room has it`]);
  expect(await conflictOf('periods: 2, features: [lab, projector]')).toEqual([
    `${NOWHERE}: it needs lab and projector, and no room that it may have has all of it`,
  ]);
  expect(await conflictOf('periods: 2, features: lab', 'allowed_rooms: [{course: MATH, room: Hall}]')).toEqual([
    `${NOWHERE}: it needs lab, and no room that it may have has it`,
  ]);
});

it('no week of the term, meetings longer than a day, no time that it may have', async () => {
  const term = 'term: {first: 2026-09-07, last: 2026-09-18, zone: UTC}';
  expect(await conflictOf('periods: 2, weeks: 5-6', term)).toEqual([
    `${NOWHERE}: it is held in weeks 5-6, and so in no week of the term`,
  ]);
  expect(await conflictOf('periods: 6, meetings: 1')).toEqual([
    `${NOWHERE}: its meetings are longer than a day, which has 4 periods`,
  ]);
  expect(await conflictOf('periods: 3', 'allowed_times: [{course: MATH, start: 3}]')).toEqual([
    `${NOWHERE}: none of its allowed times fits one of its patterns`,
  ]);
});

it('where a course may be left out, a note says why it is', async () => {
  const { status, notes } = await runOf('periods: 2, students: 90', 'rules: {placed: {penalty: 10}}');
  expect(status).toBe('optimal');
  expect(notes).toContain(
    'MATH is left out, for there is no placement for it: it has 90 students, and of the rooms that it may have the largest, Hall, seats 80',
  );
});

it('a lock of such a course is not said to be wrong', async () => {
  const lock = 'locks: [{course: MATH, at: [{day: tue, start: 0, len: 1}, {day: thu, start: 0, len: 1}]}]';
  expect((await conflictOf('periods: 2, students: 90', lock))?.join()).toMatch(
    /for which there is no placement: it has 90 students/,
  );
});
