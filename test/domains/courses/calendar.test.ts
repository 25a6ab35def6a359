import { describe, expect, it } from 'vitest';
import { icsOf } from '../../../src/calendar/ics.ts';
import { seriesOf } from '../../../src/domains/courses/export/events.ts';
import { courses } from '../../../src/domains/courses/index.ts';
import { calendarOf, type Run, readScenario, runScenario } from '../../../src/index.ts';
import { occurrencesOf } from '../../calendar/occurrences.ts';
import { written } from '../../tables/folder.ts';

/** MATH on Tuesdays and Thursdays at 10:30 with Ada Lark, for both curricula; LAB on Mondays at 08:30, for one. */
const WEEK = `
kind: courses
title: Autumn
patterns: {2: [[tue:1, thu:1]], 6: [[mon:6]]}
courses: [{course: MATH, periods: 2, instructors: [Ada Lark]}, {course: LAB, periods: 6}]
curricula: {se2: {courses: [MATH, LAB]}, ee2: {courses: [MATH]}}
locks:
  - {course: MATH, at: [{day: tue, start: "10:30", len: 1}, {day: thu, start: "10:30", len: 1}]}
  - {course: LAB, at: [{day: mon, start: 0, len: 6}]}
`;

/** From Wednesday 2 September; Monday 12 October is a holiday. Clocks go back on Sunday 1 November. */
const TERM = 'term: {first: 2026-09-02, last: 2026-11-10, zone: America/Toronto, holidays: [2026-09-07, 2026-10-12]}\n';

const runOf = (text = WEEK + TERM) => runScenario(readScenario(written(text)));

const eventsFor = async (of: Run, who?: string) => occurrencesOf(await calendarOf(of, { who }));

describe('the calendar of a timetable', () => {
  it('has each weekly meeting on each day of the term, at its local time on both sides of a change of clocks', async () => {
    const [tuesday, thursday] = await eventsFor(await runOf(), 'ee2');
    expect(tuesday).toMatchObject({ title: 'MATH', note: 'For ee2, se2\nWith Ada Lark' });
    expect(tuesday!.held).toEqual([
      ...['2026-09-08', '2026-09-15', '2026-09-22', '2026-09-29'].map((date) => `${date} 14:30-15:00`),
      ...['2026-10-06', '2026-10-13', '2026-10-20', '2026-10-27'].map((date) => `${date} 14:30-15:00`),
      ...['2026-11-03', '2026-11-10'].map((date) => `${date} 15:30-16:00`),
    ]);
    // The term begins on a Wednesday: its first Thursday is the next day.
    expect([thursday!.held[0], thursday!.held.at(-1)]).toEqual(['2026-09-03 14:30-15:00', '2026-11-05 15:30-16:00']);
  });

  it('has nothing on a holiday, and no Monday before the first one of the term', async () => {
    const monday = (await eventsFor(await runOf(), 'LAB'))[0]!;
    expect(monday.local.map((time) => time.slice(0, 10))).toEqual([
      ...['2026-09-14', '2026-09-21', '2026-09-28', '2026-10-05'],
      ...['2026-10-19', '2026-10-26', '2026-11-02', '2026-11-09'],
    ]);
    expect(monday.local[0]).toBe('2026-09-14 08:30-11:30');
  });

  it('is that of a curriculum, an instructor or a course, in any letter case, or of everyone', async () => {
    const run = await runOf();
    const titles = async (who?: string) => (await eventsFor(run, who)).map(({ title }) => title);
    expect(await titles('se2')).toEqual(['LAB', 'MATH', 'MATH']);
    expect(await titles('ada lark')).toEqual(['MATH', 'MATH']);
    expect(await titles('LAB')).toEqual(['LAB']);
    expect(await titles()).toEqual(['LAB', 'MATH', 'MATH']);
    expect(await titles('everyone')).toEqual(await titles());
  });

  it('is refused for somebody unknown, with the nearest one', async () => {
    const run = await runOf();
    await expect(calendarOf(run, { who: 'Ada Larc' })).rejects.toMatchObject({
      problems: [{ message: 'nothing in this schedule is for "Ada Larc"', maybe: 'Maybe you meant "Ada Lark".' }],
    });
    await expect(calendarOf(run, { who: 'mechanics' })).rejects.toMatchObject({
      problems: [{ maybe: 'Maybe one of: everyone, se2, Ada Lark, MATH, ee2, LAB.' }],
    });
  });

  it('is refused where the scenario has no term, with the line to add', async () => {
    const none = await runOf(WEEK);
    await expect(calendarOf(none, {})).rejects.toMatchObject({
      problems: [
        {
          message: `a calendar needs the days of the term, and the scenario of run ${none.id} does not say them`,
          place: { file: expect.stringContaining('week.yaml') },
          maybe: expect.stringContaining('term: {first: 2026-09-02, last: 2026-12-18, zone: America/Toronto}'),
        },
      ],
    });
  });
});

describe('the ids of a calendar', () => {
  const uids = async (of: Run) => (await eventsFor(of)).map(({ uid }) => uid);

  it('stay when a run is repeated, a meeting moves, or a room changes', async () => {
    const run = await runOf();
    expect(await uids(run)).toEqual([
      'meeting-LAB-1-2026-09-02@evenhand',
      'meeting-MATH-1-2026-09-02@evenhand',
      'meeting-MATH-2-2026-09-02@evenhand',
    ]);
    const again = await runOf();
    expect(await calendarOf(again, {})).toBe(await calendarOf(run, {}));
    const moved = await runOf(WEEK.replaceAll('"10:30"', '"15:00"') + TERM);
    expect(await uids(moved)).toEqual(await uids(run));
    expect((await eventsFor(moved, 'ee2'))[0]!.local[0]).toBe('2026-09-08 15:00-15:30');
    for (const room of ['Hall 1', 'Hall 2']) {
      const other = await runOf(`${WEEK}${TERM}rooms: [{room: ${room}, seats: 40}]\n`);
      expect(await uids(other)).toEqual(await uids(run));
      expect((await eventsFor(other, room)).map(({ place }) => place)).toEqual([room, room, room]);
    }
  });

  it('are others in another term', async () => {
    const next = await runOf(WEEK + TERM.replace('2026-09-02', '2026-09-03'));
    expect((await uids(next))[0]).toBe('meeting-LAB-1-2026-09-03@evenhand');
  });
});

describe('series of placements', () => {
  const week = { days: ['mon', 'wed'], periods: 10, first: '08:30', minutes: 30 } as const;
  const term = { first: '2026-09-02', last: '2026-10-09', zone: 'America/Toronto', holidays: [] };
  const lab = { meetings: [{ day: 'wed', from: 0, to: 2 }], curricula: ['se2'], instructors: [] } as const;
  const half = (course: string, weeks: readonly number[]) => ({ ...lab, course, weeks });
  const read = async (placed: Parameters<typeof seriesOf>[0]) =>
    occurrencesOf(await icsOf(seriesOf(placed, week, term), { name: 'se2' }));

  it('are held in their weeks: two half courses share a time', async () => {
    const [even, odd] = await read([half('ODD', [1, 3, 5]), half('EVEN', [2, 4, 6])]);
    const days = (event: typeof odd) => event!.local.map((time) => time.slice(5));
    expect(days(odd)).toEqual(['09-02', '09-16', '09-30'].map((day) => `${day} 08:30-09:30`));
    expect(days(even)).toEqual(['09-09', '09-23', '10-07'].map((day) => `${day} 08:30-09:30`));
    const [block] = await read([half('BLOCK', [2, 3, 6])]);
    expect(days(block)).toEqual(['09-09', '09-16', '10-07'].map((day) => `${day} 08:30-09:30`));
    expect(await read([half('NEVER', [])])).toEqual([]);
  });

  it('have names of any letters, and ids that no two names share', async () => {
    const names = ['Sets, maps; "proofs"', 'a b', 'a_b', '東', '大', 'x\nEND:VEVENT\nBEGIN:VEVENT\nUID:y'];
    const events = await read(names.map((course) => ({ ...lab, course })));
    expect(events.map(({ title }) => title).toSorted()).toEqual(names.toSorted());
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(names.length);
    for (const { uid } of events) expect(uid).toMatch(/^meeting-[\w.-]+@evenhand$/);
  });
});

it('the sample of a winter has a calendar', async () => {
  const winter = await runScenario(readScenario('scenarios/courses/winter.yaml'));
  const events = courses.events!(winter);
  expect(events.length).toBe(winter.tables.meetings!.rows.length);
});
