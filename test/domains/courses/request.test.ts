import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { origins, Refusal, readScenario, runScenario } from '../../../src/index.ts';
import { recordsOf } from '../../../src/report/chapter.ts';
import { folder } from '../../tables/folder.ts';

/** Two curricula that share MATH, a day of six periods, and one timetable wanted: a line for each part. */
const REQUEST = `{"n_solutions": 1, "curricula": [
  {"curriculum_id": "se2", "courses": [{"course_id": "MATH", "n_periods": 4}, {"course_id": "EECS", "n_periods": 6}]},
  {"curriculum_id": "ee2", "courses": [{"course_id": "MATH", "n_periods": 4}]}
 ],
 "constraints": [
  {"course_id": "EECS", "day": 1, "intervals": [{"start": 0, "end": 2}]}
 ],
 "course_locks": [
  {"course_id": "MATH", "locks": [{"day": 1, "start": 4, "duration": 2}, {"day": 3, "start": 4, "duration": 2}]}
 ]
}`;

/** A scenario of this request, and of further lines. */
function scenarioOf(request: string, ...lines: readonly string[]): string {
  const dir = folder({ 'request.json': request });
  const file = join(dir, 'week.yaml');
  writeFileSync(file, ['kind: courses', 'data: {json: request.json}', 'week: {periods: 6}', ...lines].join('\n'));
  return file;
}

/** REQUEST with one part in place of another. */
function changed(before: string, after: string): string {
  expect(REQUEST).toContain(before);
  return REQUEST.replace(before, after);
}

/** Where and why a request is refused, with the way out. */
async function faultsOf(request: string, ...lines: readonly string[]): Promise<readonly string[]> {
  try {
    await runScenario(readScenario(scenarioOf(request, ...lines)));
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.problems.map(({ place, message, maybe = '' }) => {
      expect(place?.file).toMatch(/request\.json$/);
      return `${place?.line}:${place?.column} ${message} ${maybe}`.trim();
    });
  }
}

const placements = async (request: string, ...lines: readonly string[]) => {
  const { tables } = await runScenario(readScenario(scenarioOf(request, ...lines)));
  return tables.meetings!.rows.map((row) => row.slice(0, 3).join(' '));
};

describe('a request is read', () => {
  it('a shared course can be locked: it meets there for both curricula', async () => {
    const { tables, status } = await runScenario(readScenario(scenarioOf(REQUEST)));
    expect(status).toBe('optimal');
    const math = recordsOf(tables.timetable).find(({ course }) => course === 'MATH');
    expect(math).toMatchObject({ pattern: 'tue:2+thu:2', start: '10:30', curricula: 'ee2, se2' });
  });

  it('a blocked hour blocks that hour only, with both its ends', async () => {
    // MATH takes 4 and 5 of Tuesday. With 0 to 2 blocked nothing of three periods is left there; with 0 alone, 1 to 3 is.
    const patterns = 'patterns: {4: [[tue:2, thu:2]], 6: [[tue:3, thu:3]]}';
    const { status } = await runScenario(readScenario(scenarioOf(REQUEST, patterns)));
    expect(status).toBe('infeasible');
    expect(await placements(changed('"start": 0, "end": 2', '"start": 0, "end": 0'), patterns)).toHaveLength(4);
  });

  it('whole numbers may be texts, and names may be numbers', async () => {
    const text = REQUEST.replaceAll(/: (\d+)/g, ': "$1"').replaceAll('"MATH"', '1090');
    expect(await placements(text)).toHaveLength((await placements(REQUEST)).length);
  });

  it('constraints and locks may be left out', async () => {
    expect((await placements(`${REQUEST.slice(0, REQUEST.indexOf('],\n "constraints"'))}]}`)).length).toBeGreaterThan(
      0,
    );
  });

  it('the same week in the scenario itself has the same tables and the same timetable', async () => {
    const inline = `kind: courses
week: {periods: 6}
curricula: {se2: {courses: {MATH: 4, EECS: 6}}, ee2: {courses: [MATH]}}
unavailable: [{course: EECS, day: tue, periods: [[0, 2]]}]
locks: [{course: MATH, at: [{day: tue, start: 4, len: 2}, {day: thu, start: 4, len: 2}]}]
`;
    const own = await runScenario(readScenario(join(folder({ 'week.yaml': inline }), 'week.yaml')));
    const read = await runScenario(readScenario(scenarioOf(REQUEST)));
    expect([read.provenance.data, read.tables.timetable]).toEqual([own.provenance.data, own.tables.timetable]);
  });
});

describe('n solutions are the best timetable and n - 1 others', () => {
  const two = changed('"n_solutions": 1', '"n_solutions": 3');
  const asked = (request: string, lines: readonly string[], set: readonly string[] = []) =>
    readScenario(scenarioOf(request, ...lines), { set }).settings.alternatives;

  it('which the settings say, with the line of the request', () => {
    const scenario = readScenario(scenarioOf(two));
    expect(scenario.settings.alternatives).toEqual({ count: 2, differ_by: 1 });
    expect(scenario.text).toContain('alternatives:\n  count: 2\n  differ_by: 1\n');
    const origin = origins(scenario).find(({ path }) => path === 'alternatives.count')?.origin;
    expect(origin).toMatch(/request\.json:1$/);
  });

  it('unless the scenario says how many it wants', () => {
    expect(asked(REQUEST, [])).toBeUndefined();
    expect(asked(two, ['alternatives: {within: 0}'])).toEqual({ count: 2, differ_by: 1, within: 0 });
    expect(asked(two, ['alternatives: {count: 7}'])?.count).toBe(7);
    expect(asked(two, [], ['alternatives.count=5'])?.count).toBe(5);
  });

  it('as many as the earlier system allowed', () => {
    expect(asked(changed('"n_solutions": 1', '"n_solutions": 999'), [])?.count).toBe(998);
  });
});

describe('a request is refused at its line and column, with the way out', () => {
  it.each([
    [
      '"course_id": "EECS", "day"',
      '"course_id": "EECT", "day"',
      /^6:17 no curriculum has the course EECT Maybe you meant "EECS"/,
    ],
    ['"MATH", "locks"', '"ART", "locks"', /^9:17 no curriculum has the course ART Maybe add it to a curriculum/],
    ['"start": 0, "end": 2', '"start": 2, "end": 0', /^6:49 the interval ends before it begins: from 2 to 0 Maybe/],
    ['"MATH", "n_periods": 4}]', '"MATH", "n_periods": 6}]', /^3:75 MATH has 6 periods here, and 4 on line 2 Maybe/],
    [
      '"EECS", "n_periods": 6',
      '"MATH", "n_periods": 4',
      /^2:93 se2 lists the course MATH twice, before on line 2 Maybe/,
    ],
    ['"ee2"', '"se2"', /^3:21 the curriculum se2 is there already, on line 2 Maybe/],
    [
      '"course_id": "EECS", "day"',
      '"course_id": "MATH", "day"',
      /^9:17 MATH is locked, and has constraints too, on line 6 Maybe leave its constraints out/,
    ],
    [
      '"day": 3, "start": 4',
      '"day": 1, "start": 4',
      /^9:82 MATH is locked on day 1 already, on line 9: a course meets once a day Maybe/,
    ],
    [
      '"day": 3, "start": 4',
      '"day": 3, "start": 5',
      /^9:74 the lock ends before period 7, and a day has 6 periods, until 11:30 Maybe/,
    ],
    [
      '"day": 3, "start": 4',
      '"day": 4, "start": 4',
      /^9:34 the locks of MATH \(tue:2, fri:2\) fit none of its patterns: tue:2\+thu:2, mon:2\+wed:2 Maybe/,
    ],
    ['"day": 3, "start": 4', '"day": 3, "start": 3', /^9:34 the locks of MATH begin at different periods/],
    [
      '"EECS", "n_periods": 6',
      '"EECS", "n_periods": 5',
      /^2:114 EECS has 5 periods, and there are patterns of 4, 6 Maybe say in the scenario .* patterns: \{4: …, 5: …, 6: …\}/,
    ],
    ['"constraints"', '"constraint"', /^5:2 unknown key "constraint" Maybe you meant "constraints"/],
    ['"end": 2', '"end": 2, "room": 1', /^6:72 unknown key "room" Maybe one of those known here: start, end/],
    [
      '"start": 0, "end": 2',
      '"start": -1, "end": 2',
      /^6:59 .*start needs a whole number from 0 to 5, was -1 Maybe count from 0/,
    ],
    [
      '"day": 1, "intervals"',
      '"day": 5, "intervals"',
      /^6:32 .*day needs a whole number from 0 to 4, was 5 Maybe count from 0: mon is 0, fri is 4/,
    ],
    ['"n_solutions": 1', '"n_solutions": 0', /^1:17 n_solutions needs a whole number from 1 to 999, was 0/],
    ['"n_solutions": 1', '"n_solutions": 1000', /^1:17 n_solutions needs a whole number from 1 to 999, was 1000/],
    ['"n_solutions": 1, ', '', /^1:1 missing key "n_solutions": needs a whole number from 1 to 999 Maybe add/],
    ['"n_solutions": 1', '"n_solutions": "one"', /^1:17 n_solutions needs a whole number from 1 to 999, was "one"/],
    [', "intervals": [{"start": 0, "end": 2}]', '', /^6:3 missing key "intervals"/],
    ['[{"start": 0, "end": 2}]', '[]', /^6:48 .*intervals needs a list that is not empty, was an empty list/],
    ['"day": 1, "start": 4, ', '"start": 4, ', /^9:35 missing key "day"/],
    [
      '"EECS", "n_periods": 6',
      'null, "n_periods": 6',
      /^2:93 .*course_id needs text that is not empty or a whole number, was nothing/,
    ],
    [' ],\n "constraints"', ' ]\n "constraints"', /^5:2 "," or a closing bracket is needed here Maybe/],
  ])('%s → %s', async (before, after, expected) => {
    const faults = await faultsOf(changed(before, after));
    expect(faults.length).toBeGreaterThan(0);
    expect(faults[0]).toMatch(expected);
  });

  it('where a course is locked in two lists', async () => {
    const twice = '{"course_id": "MATH", "locks": [{"day": 1, "start": 4, "duration": 2}]},';
    const faults = await faultsOf(changed('"course_locks": [', `"course_locks": [${twice}`));
    expect(faults).toEqual(['9:17 MATH is locked already, on line 8 Maybe put its locks into one list.']);
  });

  it('with all that is wrong at once, from top to bottom', async () => {
    const request = changed('"ee2"', '"se2"').replace('"start": 0, "end": 2', '"start": 2, "end": 0');
    expect((await faultsOf(request)).map((fault) => fault.split(':')[0])).toEqual(['3', '6']);
  });

  it('where it is a list, or there is none', async () => {
    expect(await faultsOf('[]')).toEqual([
      '1:1 a request is an object, and this is none Maybe begin with {"n_solutions": 1, "curricula": […]}.',
    ]);
    const file = join(folder({ 'week.yaml': 'kind: courses\ndata: {json: none.json}\n' }), 'week.yaml');
    expect(() => readScenario(file)).toThrow('there is no such file');
  });

  it('where the scenario holds curricula too, or is of a kind that reads none', () => {
    const both = scenarioOf(REQUEST, 'curricula: {se2: {courses: {MATH: 4}}}');
    expect(() => readScenario(both)).toThrow('curricula stand here, but `data` names another source');
    const other = join(folder({ 'week.yaml': 'kind: loans\ndata: {json: request.json}\n' }), 'week.yaml');
    expect(() => readScenario(other)).toThrow('unknown key "json"');
  });
});

it('the scenario beside the small request finds two timetables', async () => {
  const run = await runScenario(readScenario('scenarios/courses/small.yaml'));
  expect([run.status, run.metrics.courses_placed, run.tables.alternatives?.rows.length]).toEqual(['optimal', 7, 1]);
  expect(readFileSync('scenarios/courses/small-request.json', 'utf8')).toContain('"n_solutions": 2');
});
