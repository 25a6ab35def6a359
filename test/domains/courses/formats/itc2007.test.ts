import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { itc2007, solutionOf } from '../../../../src/domains/courses/formats/itc2007.ts';
import { auditSchedule, domainOf, importFile, readScenario, runScenario } from '../../../../src/index.ts';
import { Refusal } from '../../../../src/problems/problem.ts';

const FILE = 'test/domains/courses/formats/tiny.ctt';
const TINY = readFileSync(FILE, 'utf8');
const folder = () => mkdtempSync(join(tmpdir(), 'evenhand-'));

/** The tiny instance as a scenario. */
function imported() {
  const out = join(folder(), 'tiny');
  return { out, ...importFile(domainOf('courses').formats!, FILE, { format: 'itc2007', kind: 'courses', out }) };
}

const messages = (text: string) => {
  try {
    itc2007.read(text, 'tiny.ctt');
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.problems.map(({ message, place }) => `${place?.line ?? '-'}: ${message}`);
  }
};

describe('a file of ITC-2007', () => {
  it('becomes tables and a scenario', () => {
    const { out, tables, scenario, notes } = imported();
    expect(tables.map(({ name, rows }) => `${name} ${rows}`)).toEqual([
      'courses 3',
      'curricula 2',
      'unavailable 2',
      'rooms 2',
    ]);
    expect(notes).toEqual([]);
    expect(readdirSync(out).toSorted()).toEqual([
      'courses.csv',
      'curricula.csv',
      'rooms.csv',
      'tiny.yaml',
      'unavailable.csv',
    ]);
    expect(readScenario(scenario).settings.title).toBe('Tiny, of the competition ITC-2007');
  });

  it('has a best timetable: a lecture of logic stands alone on each of its days at the most', async () => {
    const run = await runScenario(readScenario(imported().scenario));
    expect([run.status, run.objective.net_score]).toEqual(['optimal', 0]);
  });

  it.each([
    ['Days: 2', 'Days: 9', '-: Days: 9, and a week has 1 to 7'],
    ['Courses: 3', 'Courses: 4', '-: Courses: 4, and COURSES has 3 lines'],
    [
      'algebra smith 3 2 40',
      'algebra smith 3 2',
      '10: a line of COURSES is: course teacher lectures min_days students',
    ],
    [
      'algebra smith 3 2 40',
      'algebra smith three 2 40',
      '10: the number of lectures is a whole number, and not "three"',
    ],
    ['logic jones 2 2 20', 'algebra jones 2 2 20', '11: algebra is there twice'],
    ['first 2 algebra logic', 'first 3 algebra logic', '19: first names 2 courses, and says 3'],
    ['first 2 algebra logic', 'first 2 algebra logik', '19: there is no course logik'],
    ['logic 0 0', 'logic 2 0', '22: day 2 is none of the 2 days, which begin with 0'],
    ['logic 0 0', 'logic 0 3', '22: period 3 is none of the 3 periods of a day, which begin with 0'],
    ['END.', '', '-: the file ends before END.'],
    ['ROOMS:', 'ROOM:', '14: a line of COURSES is: course teacher lectures min_days students'],
    [
      'Name: Tiny',
      'Title: Tiny',
      '1: expected one of Name, Courses, Rooms, Days, Periods_per_day, Curricula, Constraints, each with a colon',
    ],
  ])('is refused at its line: %s as %s', (from, to, message) => {
    expect(messages(TINY.replace(from, to))).toContain(message);
  });

  it('is refused where the format is none, with those that there are', () => {
    const wrong = () =>
      importFile(domainOf('courses').formats!, FILE, { format: 'itc', kind: 'courses', out: folder() });
    expect(wrong).toThrow('the kind courses reads no files of the format "itc"');
  });
});

describe('a solution of ITC-2007', () => {
  const audited = async (text: string) => {
    const { out, scenario } = imported();
    const file = join(out, 'tiny.sol');
    writeFileSync(file, text);
    return auditSchedule(readScenario(scenario), file, { solve: false });
  };

  /** algebra on both days, logic alone on the second one, 30 students of music in a room for 25. */
  const GOOD =
    'algebra big 0 0 \nalgebra big 0 1\nalgebra big 1 0\nlogic small 0 2\nlogic small 1 2\nmusic small 1 1 \n';

  it('has the four penalties of the competition, to the point', async () => {
    const { objective, tables } = await audited(GOOD);
    expect(tables.violations!.rows).toEqual([]);
    // Seats 30 - 25; on the second day algebra and logic stand alone: 2 points each.
    expect(objective).toMatchObject({ seats_penalty: 5, min_days_penalty: 0, isolated_penalty: 4 });
    expect(objective).toMatchObject({ room_stability_penalty: 0, net_score: -9 });
  });

  it('breaks hard rules as often as the validator of the competition says', async () => {
    // A lecture of algebra is missing; algebra and logic meet at once; logic and music share a room, and both may not be then.
    const bad = 'algebra big 0 0\nalgebra small 0 1\nlogic small 0 0\nlogic big 1 2\nmusic big 1 2\n';
    const { objective, tables } = await audited(bad);
    const rule = tables.violations!.columns.findIndex(({ name }) => name === 'rule');
    expect(tables.violations!.rows.map((row) => row[rule]).toSorted()).toEqual([
      'curriculum',
      'placed',
      'room',
      'unavailable',
      'unavailable',
    ]);
    // One day of algebra is missing (5), it has two rooms and logic too (1 each), 15 stand in the small room and 5 of none.
    expect(objective).toMatchObject({ min_days_penalty: 5, room_stability_penalty: 2, seats_penalty: 15 });
  });

  it('passes over what it says twice, and tells so', async () => {
    const run = await audited(`${GOOD}music small 1 1\n`);
    expect(run.objective.net_score).toBe(-9);
    expect(run.notes.join()).toContain('says again that music meets on day 1 in period 1 (line 6): it is passed over');
  });

  it('is refused at the lines that are none', () => {
    const week = { days: ['mon', 'tue'] as const, periods: 3, first: '08:00', minutes: 60 };
    expect(() => solutionOf('algebra big 0\nalgebra big 5 0\n', 'a.sol', { settings: { week } })).toThrow(
      'expected: course room day period\nday 5, period 0 is none of the week',
    );
  });
});
