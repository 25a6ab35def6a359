import { describe, expect, it } from 'vitest';
import { Refusal, readScenario, runScenario } from '../../../src/index.ts';
import { written } from '../../tables/folder.ts';

/** The lines and messages by which a scenario of these lines is refused; its first line is the kind. */
async function faultsOf(...lines: readonly string[]): Promise<readonly string[]> {
  const file = written(`${['kind: courses', ...lines].join('\n')}\n`);
  try {
    await runScenario(readScenario(file));
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.problems.map(({ place, message }) => `${place?.line}: ${message}`);
  }
}

const WEEK = 'week: {days: [tue, thu], periods: 4}';
const CURRICULA = 'curricula: {se2: {courses: {MATH: 2}}}';
const PATTERNS = 'patterns: {2: [[tue:1, thu:1]]}';

describe('a week of courses is refused', () => {
  it('where a course is unknown that is locked or blocked, with its line', async () => {
    const block = 'unavailable: [{course: MAHT, day: tue}]';
    const lock = 'locks: [{course: PHYS, at: [{day: tue, start: 0, len: 1}]}]';
    const faults = await faultsOf(WEEK, PATTERNS, CURRICULA, block, lock);
    expect(faults.some((fault) => /^5: .*MAHT/.test(fault))).toBe(true);
    expect(faults.some((fault) => /^6: .*PHYS/.test(fault))).toBe(true);
  });

  it('where an interval is reversed, or ends after the day', async () => {
    const reversed = await faultsOf(WEEK, PATTERNS, CURRICULA, 'unavailable: [{course: MATH, periods: [[3, 1]]}]');
    expect(reversed.join()).toMatch(/^5: .*ends before it begins: 3-1/);
    const beyond = await faultsOf(WEEK, PATTERNS, CURRICULA, 'unavailable: [{course: MATH, periods: [[2, 4]]}]');
    expect(beyond.join()).toMatch(/^5: .*2-4 ends after the day, which has 4 periods: 0 to 3/);
    const times = await faultsOf(
      WEEK,
      PATTERNS,
      CURRICULA,
      'unavailable: [{course: MATH, from: "10:00", to: "09:00"}]',
    );
    expect(times.join()).toMatch(/^5: .*the block ends at 09:00, and begins at 10:00/);
  });

  it('where a shared course has two lengths, with both lines', async () => {
    const faults = await faultsOf(
      WEEK,
      PATTERNS,
      'curricula:',
      '  se2: {courses: {MATH: 2}}',
      '  ee2: {courses: {MATH: 4}}',
    );
    expect(faults.join()).toMatch(/\b5\b.*\b6\b|\b6\b.*\b5\b/);
  });

  it('where a lock or a block misses the week: its day, its grid, its end', async () => {
    const lock = (at: string) => faultsOf(WEEK, PATTERNS, CURRICULA, `locks: [{course: MATH, at: [${at}]}]`);
    expect((await lock('{day: wed, start: 0, len: 1}')).join()).toMatch(/^5: .*the week has no wed/);
    expect((await lock('{day: tue, start: "08:45", len: 1}')).join()).toMatch(/^5: .*no period begins then/);
    expect((await lock('{day: tue, start: 3, len: 2}')).join()).toMatch(/^5: .*end after the day does, at 10:30/);
    const block = await faultsOf(WEEK, PATTERNS, CURRICULA, 'unavailable: [{course: MATH, day: sun}]');
    expect(block.join()).toMatch(/^5: .*the week has no sun/);
  });

  it('where a lock fits no pattern of its course', async () => {
    const faults = await faultsOf(
      WEEK,
      PATTERNS,
      CURRICULA,
      'locks: [{course: MATH, at: [{day: tue, start: 0, len: 2}]}]',
    );
    expect(faults.join()).toMatch(/the lock of MATH, Tue 08:30–09:30 fits none of the patterns of MATH: tue:1\+thu:1/);
  });

  it('where a pattern does not fit into the week, and a break not into its hours', async () => {
    expect((await faultsOf(WEEK, 'patterns: {2: [[fri:2]]}', CURRICULA)).join()).toMatch(
      /^3: fri:2: the week has no fri/,
    );
    expect((await faultsOf(WEEK, 'patterns: {2: [[tue:5]]}', CURRICULA)).join()).toMatch(
      /^3: tue:5 is longer than a day/,
    );
    const lunch = 'rules: {lunch: {from: "11:30", to: "12:00", minutes: 60}}';
    expect((await faultsOf(WEEK, PATTERNS, CURRICULA, lunch)).join()).toMatch(/^5: no break of 60 minutes fits/);
  });

  it('where a lock fits a pattern of its course, at a time that the course may not have', async () => {
    const times = 'allowed_times: [{course: MATH, start: 1}]';
    const lock = 'locks: [{course: MATH, at: [{day: tue, start: 0, len: 1}]}]';
    expect(await faultsOf(WEEK, PATTERNS, CURRICULA, times, lock)).toEqual([
      '6: the lock of MATH, Tue 08:30–09:00 is at a time that MATH may not have',
    ]);
  });

  it('where a pattern under a number has other periods', async () => {
    expect((await faultsOf(WEEK, 'patterns: {2: [[tue:1, thu:1], [tue:1, thu:2]]}', CURRICULA)).join()).toMatch(
      /^3: tue:1\+thu:2 has 3 periods, and stands under those of 2/,
    );
    expect(await faultsOf(WEEK, 'patterns: {2: [[tue:1, thu:1]], lab: [[tue:1, thu:2]]}', CURRICULA)).toEqual([]);
  });

  it('where a course has no patterns of its length', async () => {
    expect((await faultsOf(WEEK, PATTERNS, 'curricula: {se2: {courses: {MATH: 3}}}')).join()).toMatch(
      /MATH needs patterns of 3 periods, and there are none/,
    );
  });
});
