import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { courses } from '../../../src/domains/courses/index.ts';
import type { CourseSettings } from '../../../src/domains/courses/scenario.ts';
import { readScenario, runScenario, weekOf } from '../../../src/index.ts';
import { columnsOf } from '../../../src/text/columns.ts';
import { evenhand } from '../../cli/tiny-week.ts';
import { folder, written } from '../../tables/folder.ts';

const WEEK = `
kind: courses
week: {days: [mon, tue, thu], periods: 8}
patterns: {2: [[mon:2]], 6: [[tue:3, thu:3]]}
curricula: {se2: {courses: {MATH: 2, ENGINEERING-DESIGN: 6}}, ee2: {courses: [MATH]}}
locks:
  - {course: MATH, at: [{day: mon, start: 1, len: 2}]}
  - {course: ENGINEERING-DESIGN, at: [{day: tue, start: 2, len: 3}, {day: thu, start: 2, len: 3}]}
`;

const run = async (text = WEEK) => runScenario(readScenario(written(text)));
const linesOf = async (columns: number, text = WEEK) =>
  weekOf(await run(text), { columns }).map(({ lines }) => lines.join('\n'));

describe('the week as text', () => {
  it('has a column for each day, and a line for each time at which something begins or ends', async () => {
    const [ee2, se2] = await linesOf(80);
    expect(ee2).toBe(
      [
        'ee2: 1 course, 1 hour', //
        '       Mon   Tue   Thu',
        '09:00  MATH',
        '10:00',
      ].join('\n'),
    );
    expect(se2).toBe(
      [
        'se2: 2 courses, 4 hours',
        '       Mon                 Tue                 Thu',
        '09:00  MATH',
        '09:30  │                   ENGINEERING-DESIGN  ENGINEERING-DESIGN',
        '10:00                      │                   │',
        '11:00',
      ].join('\n'),
    );
  });

  it('is never wider than the terminal: names are cut with an ellipsis', async () => {
    for (const columns of [80, 50, 40, 24]) {
      const lines = (await linesOf(columns)).join('\n').split('\n');
      expect(Math.max(...lines.map(columnsOf))).toBeLessThanOrEqual(columns);
    }
    expect((await linesOf(40))[1]).toContain('09:30  │          ENGINEER…  ENGINEER…');
  });

  it('is at most 80 columns wide and 25 lines long for each curriculum of a winter', async () => {
    const parts = weekOf(await runScenario(readScenario('scenarios/courses/winter.yaml')));
    expect(parts.map(({ name }) => name)).toEqual(['civ2', 'ele2', 'mec2', 'sof2']);
    for (const { lines } of parts) {
      expect(Math.max(...lines.map(columnsOf))).toBeLessThanOrEqual(80);
      expect(lines.length).toBeLessThanOrEqual(25);
    }
  });

  it('is that of all courses where there are no curricula, and names courses at the same time side by side', async () => {
    const data = folder({
      'courses.csv': 'course,periods\nART,2\nMATH,2\n',
      'locks.csv': 'course,day,start,periods\nART,mon,0,2\nMATH,mon,0,2\n',
    });
    const text = `kind: courses\ndata: {dir: ${data}}\nweek: {days: [mon], periods: 4}\npatterns: {2: [[mon:2]]}\n`;
    expect((await linesOf(80, text))[0]).toBe(
      ['all courses: 2 courses, 2 hours', '       Mon', '08:30  ART/MATH', '09:30'].join('\n'),
    );
  });

  it('shows no letter that would act on the terminal', () => {
    const tables = {
      listings: table(['curriculum', 'course'], ['a\u001b[31m', 'b\u001b[31m']),
      meetings: table(['day', 'from', 'to', 'course'], ['Mon', '08:30', '09:00', 'b\u001b[31m']),
    };
    const settings = { week: { days: ['mon'], periods: 2, first: '08:30', minutes: 30 } } as unknown as CourseSettings;
    expect(courses.week!({ settings, tables }, 80)[0]!.lines.join('\n')).toBe(
      ['a\\u001b[31m: 1 course, 0.5 hours', '       Mon', '08:30  b\\u001b[31m', '09:00'].join('\n'),
    );
  });
});

const table = (names: readonly string[], row: readonly string[]) => ({
  columns: names.map((name) => ({ name, type: 'text' as const, label: name })),
  rows: [row],
});

describe('the command line', () => {
  it('prints the week of a single run before its figures, and of a stored run alone', async () => {
    const file = written(WEEK);
    const out = join(folder(), 'runs');
    const ran = await evenhand('run', file, '--out', out);
    expect(ran.out).toMatch(
      /^ee2: 1 course, 1 hour\n[\s\S]*\n\nse2: 2 courses, 4 hours\n[\s\S]*\n\n\S.*\n {2}status +optimal\n/,
    );
    const stored = / report +(.*)\/report\.html/.exec(ran.out)![1]!;
    const week = await evenhand('table', stored, 'week', '--for', 'ee2');
    expect(week).toMatchObject({ code: 0, out: 'ee2: 1 course, 1 hour\n       Mon   Tue   Thu\n09:00  MATH\n10:00\n' });
    const unknown = await evenhand('table', stored, 'week', '--for', 'ee3');
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain('nobody is called "ee3" in this week\nMaybe you meant "ee2".');
    expect((await evenhand('table', stored, 'week', '--json')).err).toContain('has no table "week"');
  });

  it('shows one week of many, and says how to see the others', async () => {
    const names = Array.from({ length: 30 }, (_, at) => `c${String(at).padStart(2, '0')}`);
    const curricula = names.map((name) => `${name}: {courses: ${name === 'c00' ? '{MATH: 2}' : '[MATH]'}}`).join(', ');
    const lines = ['kind: courses', 'week: {days: [mon], periods: 4}', 'patterns: {2: [[mon:2]]}'];
    const file = written([...lines, `curricula: {${curricula}}`].join('\n'));
    const { out } = await evenhand('run', file, '--out', join(folder(), 'runs'));
    expect(out).toMatch(
      /^c00: 1 course, 1 hour\n +Mon\n\d\d:\d\d {2}MATH\n\d\d:\d\d\n\nand 29 more: evenhand table \S+ week\n\n/,
    );
  });

  it('prints each schedule as it is found, and the week not again', async () => {
    const file = written(WEEK.replace(/locks:[\s\S]*/, 'alternatives: {count: 2}\n'));
    const { out } = await evenhand('run', file, '--print', '--out', join(folder(), 'runs'));
    const headings = out.split('\n').filter((line) => line.startsWith('week, '));
    expect(headings).toEqual([
      'week, the best schedule: net score 0',
      'week, alternative 1: net score 0',
      'week, alternative 2: net score 0',
    ]);
    expect(out.match(/^se2: 2 courses, 4 hours$/gm)).toHaveLength(3);
  });

  it('refuses to print what no terminal can show', async () => {
    const { code, err } = await evenhand('run', 'scenarios/loans/brief.yaml', '--print');
    expect([code, err]).toEqual([
      2,
      '--print: schedules of the kind loans cannot be shown as text\nMaybe look at the report.\n',
    ]);
    const both = await evenhand('run', 'scenarios/courses/small.yaml', '--print', '--events', '-');
    expect(both.err).toContain('--events - and --print both write to stdout');
  });
});
