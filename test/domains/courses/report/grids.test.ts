import { describe, expect, it } from 'vitest';
import { load, roomUse } from '../../../../src/domains/courses/report/load.ts';
import { unplaced } from '../../../../src/domains/courses/report/unplaced.ts';
import { roomWeeks, teachers, weeks } from '../../../../src/domains/courses/report/weeks.ts';
import { type Chapter, sectionOf } from '../../../../src/report/chapter.ts';
import { drawChart } from '../../../../src/report/charts/draw.ts';
import type { Run } from '../../../../src/runs/run.ts';
import { judge, type Keys, open } from '../weeks.ts';

const WEEK: Keys = {
  week: { days: ['mon', 'tue'], periods: 6, first: '09:00', minutes: 60 },
  patterns: { 2: [['mon:2'], ['tue:2']] },
  courses: [
    { course: 'A', periods: 2, instructors: 'Ann' },
    { course: 'B', periods: 2, instructors: 'Ann' },
    { course: 'C', periods: 2, weeks: 'odd' },
    { course: 'D', periods: 2, weeks: 'even' },
  ],
  curricula: { se2: { courses: ['A', 'B', 'C', 'D'] } },
  rooms: [
    { room: 'R1', seats: 10 },
    { room: 'R2', seats: 10 },
  ],
  rules: { placed: { penalty: 5 }, day_total: { min: 4, under: 3 } },
};

const at = (course: string, day: string, start: string, room = 'R1') => ({ course, pattern: `${day}:2`, start, room });

/** A chapter of the report of a schedule that was given. */
function section(chapter: Chapter, rows: readonly ReturnType<typeof at>[]) {
  const opened = open(WEEK);
  const { tables, objective } = judge(opened, rows);
  return sectionOf(chapter, { tables, objective, scenario: { settings: opened.settings } } as unknown as Run);
}

const chartsOf = (chapter: Chapter, rows: readonly ReturnType<typeof at>[]) =>
  section(chapter, rows)?.blocks.flatMap((block) => (block.type === 'chart' ? [block] : [])) ?? [];

describe('the weeks of a given schedule', () => {
  const rows = [
    at('A', 'mon', '09:00'),
    at('B', 'mon', '10:00', 'R2'),
    at('C', 'tue', '09:00'),
    at('D', 'tue', '09:00'),
  ];

  it('show two courses of a curriculum at once as a clash, side by side', () => {
    const [chart] = chartsOf(weeks, rows);
    expect(chart?.caption).toBe('se2: 4 courses, 1 clash');
    const [a, b] = chart!.data.rows!;
    expect([a, b].map((row) => [row!.course, row!.taken, row!.lane, row!.lanes])).toEqual([
      ['A', 'clash', 0, 2],
      ['B', 'clash', 1, 2],
    ]);
    expect(chart!.marks!.rows![0]!.facts).toContainEqual(['At once with', 'B']);
  });

  it('leave two courses of odd and of even weeks in peace', () => {
    const [chart] = chartsOf(weeks, rows);
    expect(chart!.data.rows!.slice(2).map(({ taken }) => taken)).toEqual(['own course', 'own course']);
  });

  it('say what each day costs', () => {
    const [chart] = chartsOf(weeks, rows);
    // Three periods on Monday are one too few, and two on Tuesday are two too few, in odd and in even weeks.
    expect(chart!.data.days!.map(({ day, penalty }) => [day, penalty])).toEqual([
      ['Mon', 6],
      ['Tue', 12],
    ]);
  });

  it('are drawn for instructors and rooms, the busiest first', () => {
    expect(section(teachers, rows)?.lead).toBe('1 instructor: 4 hours a week (Ann).');
    expect(chartsOf(teachers, rows).map(({ caption }) => caption)).toEqual(['Ann: 4 hours, 1 clash']);
    expect(section(roomWeeks, rows)?.lead).toBe('2 rooms, from 2 hours (R2) to 6 hours a week (R1).');
    expect(chartsOf(roomWeeks, rows).map(({ caption }) => caption)).toEqual(['R1: 6 hours', 'R2: 2 hours']);
  });

  it('are drawn without a warning', async () => {
    const warnings: string[] = [];
    for (const chapter of [weeks, teachers, roomWeeks, load, roomUse])
      for (const chart of chartsOf(chapter, rows)) await drawChart(chart, 'c', (text) => warnings.push(text));
    expect(warnings).toEqual([]);
  });

  it('are summed up by day, and by the hours at which rooms are full', () => {
    expect(section(load, rows)?.lead).toBe('8 hours a week, 4 hours on each day.');
    expect(section(roomUse, rows)?.lead).toBe(
      'Of 2 rooms, 50% are in use in a usual hour; most of all Mon 10:00, when 2 are. Every room is used.',
    );
    const [heat] = chartsOf(roomUse, rows);
    expect(heat!.data.rows!.filter(({ column }) => column === 'Mon').map(({ value }) => value)).toEqual([50, 100, 50]);
  });
});

describe('a course that is left out', () => {
  it('stands in the report with all that is in its way', () => {
    const rows = [at('A', 'mon', '09:00'), at('C', 'tue', '13:00'), at('D', 'tue', '13:00')];
    const found = section(unplaced, rows);
    expect(found?.lead).toMatch(/^1 course lacks 1 placement\./);
    const [table] = found!.blocks.flatMap((block) => (block.type === 'table' ? [block.table.rows] : []));
    // Of five starts on each day, two on Monday meet A, and two on Tuesday C and D, which have the curriculum in common.
    expect(table).toEqual([
      [
        'B',
        1,
        10,
        6,
        'A (se2, Ann): 2 times; C (se2): 2 times; D (se2): 2 times; at the others rooms, links or points decide',
      ],
    ]);
  });

  it('is no chapter where every course has its place', () => {
    const all = ['A', 'B', 'C', 'D'].map((course, n) => at(course, n < 2 ? 'mon' : 'tue', n % 2 ? '11:00' : '09:00'));
    expect(section(unplaced, all)).toBeUndefined();
  });
});
