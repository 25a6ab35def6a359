import { describe, expect, it } from 'vitest';
import { judge, type Keys, open, solved } from './weeks.ts';

const GROUP = ['R1', 'R2'].map((room) => ({ room, seats: 9, group: 'G' }));

/** Courses of one hour on Monday, which has three. */
const monday = (courses: readonly Keys[], keys: Keys): Keys => ({
  week: { days: ['mon'], periods: 3, first: '09:00', minutes: 60 },
  patterns: { 1: [['mon:1']] },
  courses: courses.map((row) => ({ periods: 1, ...row })),
  ...keys,
});

const A_AND_B = [{ course: 'A' }, { course: 'B' }];

describe('a room of a group', () => {
  it('cannot be blocked alone: which courses get it is said afterwards', () => {
    expect(() => open(monday(A_AND_B, { rooms: GROUP, unavailable: [{ room: 'R1', day: 'mon' }] }))).toThrow(
      'unavailable names R1, which is one room of the group G: courses are placed by group',
    );
  });

  it('cannot be allowed alone, either', () => {
    expect(() => open(monday(A_AND_B, { rooms: GROUP, allowed_rooms: [{ course: 'A', room: 'R2' }] }))).toThrow(
      'allowed_rooms names R2, which is one room of the group G',
    );
  });

  it('is blocked and allowed by the name of the group', async () => {
    const rows = { allowed_rooms: [{ course: 'A', room: 'G' }], unavailable: [{ room: 'G', periods: [[0, 1]] }] };
    expect((await solved(monday([{ course: 'A' }], { rooms: GROUP, ...rows }))).placements).toEqual(['A mon:1 11:00']);
  });
});

describe('links by room', () => {
  const linked = (relation: string, rooms: readonly Keys[]) =>
    solved(monday(A_AND_B, { rooms, links: [{ first: 'A', second: 'B', relation }] }));

  it('count the rooms of a group as one, since which of them a course gets is said afterwards', async () => {
    expect((await linked('other_room', GROUP)).solution.status).toBe('infeasible');
    expect((await linked('same_room', GROUP)).solution.status).toBe('optimal');
  });

  it('other_room is kept with a room beside the group', async () => {
    const { schedule } = await linked('other_room', [...GROUP, { room: 'S', seats: 9 }]);
    expect(new Set(schedule.map(({ room }) => room))).toEqual(new Set(['G', 'S']));
  });
});

describe('rooms of a group by name', () => {
  const rows = async (weeks: readonly string[]) => {
    const courses = weeks.map((each, at) => ({ course: 'ABC'[at], weeks: each }));
    const times = courses.map(({ course }) => ({ course, start: 0 }));
    const { audit } = await solved(monday(courses, { rooms: GROUP, allowed_times: times }));
    return audit.tables.meetings?.rows.map((row) => [row[3], row[6]]);
  };

  it('are the same in all weeks of a course where they can be', async () => {
    expect(await rows(['odd', 'even', '1-3'])).toEqual([
      ['A', 'R1'],
      ['B', 'R1'],
      ['C', 'R2'],
    ]);
  });

  it('are said by week where three courses are held two and two: no two of them can share a room', async () => {
    expect(await rows(['1-2', '2-3', '1;3'])).toEqual([
      ['A', 'R1'],
      ['B', 'R2'],
      ['C', 'R2 (week 1), R1 (week 3)'],
    ]);
  });
});

it('a meeting without a room is no further room of its course', () => {
  const courses = [{ course: 'A', periods: 2, meetings: 2, same_day: 2 }];
  const week = open(monday(courses, { rooms: GROUP, rules: { room_stability: { cost: 5 } } }));
  const meeting = { course: 'A', pattern: 'mon:1' };
  const { violations, objective } = judge(week, [
    { ...meeting, start: '09:00', room: 'G' },
    { ...meeting, start: '10:00', room: '' },
  ]);
  expect(violations.map(({ text }) => text)).toEqual(['A is in no room']);
  expect(objective.room_stability_penalty).toBe(0);
});
