import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { evenhand, tinyWeeks } from '../tiny-week.ts';

// Three weeks of two cars; a loan of the same model is repeated after ten days at the earliest.
const folder = tinyWeeks('{days: 10}');
const file = join(folder, 'tiny.yaml');
const out = mkdtempSync(join(tmpdir(), 'evenhand-week-'));
afterAll(() => {
  for (const each of [folder, out]) rmSync(each, { recursive: true, force: true });
});

describe('--week', () => {
  it('explains and prices one week of many, from a file or a stored run', async () => {
    const asked = await evenhand('explain', file, '--week', '2', 'vin=VIN001');
    expect([asked.code, asked.out]).toEqual([0, expect.stringContaining('1 in the schedule')]);
    expect(asked.out).toContain('2025-09-30');
    const { out: record } = await evenhand('run', file, '--out', out, '--json');
    const stored = JSON.parse(record).folder as string;
    const again = await evenhand('explain', stored, '--week', '2', 'vin=VIN001');
    expect(again.out).toBe(asked.out);
    const { code, out: list } = await evenhand('prices', file, '--week', '2', '--json');
    expect([code, JSON.parse(list)[0].gain]).toEqual([0, 300]);
  });

  it('finds breakpoints of one week, the others as they are', async () => {
    const range = ['--path', 'rules.fairness.penalty', '--from', '0', '--to', '800'];
    const found = await evenhand('breakpoints', file, '--week', '2', ...range, '--out', out, '--json');
    const { week, steps, again } = JSON.parse(found.out);
    // A second loan of the week to the same partner scores 500; from a penalty of 500 on it is left out.
    expect([found.code, week, steps.map(({ from, to }: { from: number; to: number }) => [from, to])]).toEqual([
      0,
      2,
      [
        [0, 500],
        [500, 800],
      ],
    ]);
    expect(again).toContain('--week 2');
    const refused = await evenhand('breakpoints', file, ...range, '--out', out);
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('as in --week 1; or take weeks out')]);
  });

  it('keeps in the record of all weeks what was asked of one, which verify repeats and the report shows', async () => {
    const asked = await evenhand(
      'run',
      file,
      '--week',
      '2',
      '--ties',
      '--prices',
      '3',
      '--explain',
      '--out',
      out,
      '--json',
    );
    const { folder: stored, inWeek, audit } = JSON.parse(asked.out);
    expect([asked.code, inWeek, audit.levels.length]).toEqual([0, 2, 5]);
    const html = readFileSync(join(stored, 'report.html'), 'utf8');
    expect(html).toContain('In week 2, all figures are the same in every best schedule');
    expect(html).toContain('Of week 2, the weeks before it as they are: ');
    expect(html).toContain('Of those with nothing in week 2, ');
    const { code, out: said } = await evenhand('verify', stored);
    expect([code, said]).toEqual([0, expect.stringContaining('reproduced')]);
  });

  it.each([
    [['explain', file, '--week', '4', 'vin=VIN001'], 'week 4 is asked about, and the scenario plans weeks 1 to 3'],
    [['prices', file, '--week', 'two'], 'it needs a whole number'],
    [['run', file, '--week', '2', '--out', out], 'nothing is asked about it'],
    [['explain', 'scenarios/loans/la-week.yaml', '--week', '1', 'vin=V'], 'plans one week by itself'],
  ])('%j is refused', async (words, message) => {
    const { code, err } = await evenhand(...words);
    expect([code, err.replace(/\s+/g, ' ')]).toEqual([2, expect.stringContaining(message)]);
  });
});
