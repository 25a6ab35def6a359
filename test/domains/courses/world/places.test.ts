import { describe, expect, it } from 'vitest';
import { Refusal, readScenario, runScenario } from '../../../../src/index.ts';
import { written } from '../../../tables/folder.ts';

const WEEK = `
kind: courses
week: {days: [tue, thu], periods: 4}
patterns: {2: [[tue:1, thu:1]]}
courses: [{course: MATH, periods: 2}]
`;

async function faultsOf(more: string): Promise<readonly string[]> {
  try {
    await runScenario(readScenario(written(`${WEEK}${more}`)));
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.problems.map(({ message }) => message);
  }
}

const rooms = (second: string) => `rooms:
  - {room: Hall 1, seats: 80, building: Main, features: projector, group: Halls}
  - {room: Hall 2, ${second}, group: Halls}
`;
const ALIKE = rooms('seats: 80, building: Main, features: projector');

describe('groups of rooms are refused', () => {
  it('where two rooms differ, with what differs', async () => {
    const start = 'rooms Hall 1 and Hall 2 are both of the group Halls, and are not alike';
    expect(await faultsOf(rooms('seats: 60, building: Main, features: projector'))).toEqual([
      `${start}: 80 seats and 60 seats`,
    ]);
    expect(await faultsOf(rooms('seats: 80, features: [lab, projector]'))).toEqual([
      `${start}: in Main and no building; projector and lab, projector`,
    ]);
  });

  it('where one room of a group is blocked, since the block would forbid nothing', async () => {
    expect(await faultsOf(`${ALIKE}unavailable: [{room: Hall 1, day: tue}]`)).toEqual([
      'unavailable names Hall 1, which is one room of the group Halls: courses are placed by group',
    ]);
    expect(await faultsOf(`${ALIKE}unavailable: [{room: Halls, day: tue, periods: [[0, 1]]}]`)).toEqual([]);
  });

  it('where a course may have one room of a group alone', async () => {
    expect(await faultsOf(`${ALIKE}allowed_rooms: [{course: MATH, room: Hall 2}]`)).toEqual([
      'allowed_rooms names Hall 2, which is one room of the group Halls: courses are placed by group',
    ]);
  });
});
