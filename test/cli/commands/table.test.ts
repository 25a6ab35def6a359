import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { evenhand, tinyWeek } from '../tiny-week.ts';

let folder: string;
let run: string;
beforeEach(async () => {
  folder = tinyWeek();
  const { out } = await evenhand('run', join(folder, 'tiny.yaml'), '--out', join(folder, 'runs'), '--json');
  run = JSON.parse(out).folder;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('evenhand table', () => {
  it.each([[[]], [['--csv']]])('prints the CSV file of the run and nothing else %j', async (more) => {
    expect(await evenhand('table', run, 'assignments', ...more)).toEqual({
      ...{ code: 0, err: '', out: readFileSync(join(run, 'assignments.csv'), 'utf8') },
    });
  });

  it('prints a list of objects as JSON, money in cents', async () => {
    const { out } = await evenhand('table', run, 'assignments', '--json');
    expect(JSON.parse(out)).toHaveLength(2);
    expect(JSON.parse(out)[0]).toMatchObject({ vin: 'VIN001', office: 'LA', estimated_cost: 100_000, fleet: 'TOYOTA' });
  });

  it('names the nearest table where there is none of this name, and ends with 2', async () => {
    const { code, out, err } = await evenhand('table', run, 'capacty');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^run \w+: has no table "capacty"\nMaybe you meant "capacity" \(known here: assignments, /);
  });

  it('takes no name that every object has for a table', async () => {
    expect((await evenhand('table', run, 'constructor')).code).toBe(2);
  });

  it('refuses a form that the kind does not have, with the way out', async () => {
    const { code, out, err } = await evenhand('table', run, 'assignments', '--as', 'sched-json');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/runs of the kind loans have no form "sched-json"\nMaybe --json or --csv/);
    expect((await evenhand('table', run, 'assignments', '--as', 'sched-json', '--json')).code).toBe(2);
  });

  it('ends with 2 where no run is', async () => {
    expect((await evenhand('table', folder, 'assignments')).code).toBe(2);
  });

  it('refuses two formats at once', async () => {
    expect((await evenhand('table', run, 'assignments', '--csv', '--json')).code).toBe(2);
  });

  it.each([
    ['xlsx', 'PK'],
    ['parquet', 'PAR1'],
    ['csv', 'vin'],
    ['json', '['],
  ])('writes a file of the format %s', async (format, begin) => {
    const file = join(folder, 'new', `assignments.${format}`);
    const { code, out } = await evenhand('table', run, 'assignments', '--format', format, '--out', file);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(readFileSync(file, 'latin1').slice(0, begin.length)).toBe(begin);
  });

  it('writes no bytes to a terminal', async () => {
    const { code, out, err } = await evenhand('table', run, 'assignments', '--format', 'xlsx');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('is no text, and stdout has text only\nMaybe name the file: --out assignments.xlsx.');
  });

  it('prints the summary as one document, money in dollars', async () => {
    const { out } = await evenhand('table', run, 'summary', '--json');
    const summary = JSON.parse(out);
    expect(summary.meta).toMatchObject({ office: 'LA', week_start: '2025-09-22', solver_status: 'OPTIMAL' });
    expect(summary.selected_assignments[0]).toMatchObject({ vin: 'VIN001', estimated_cost: 1000, fleet: 'TOYOTA' });
    expect(summary.selected_assignments[0].covers_days).toHaveLength(7);
    expect(summary.daily_usage).toHaveLength(7);
    expect(summary.objective_breakdown.net_score).toBe(summary.objective_value);
    expect(summary.capacity_summary.total_used).toBe(2);
    expect(Object.keys(summary)).toEqual([
      ...['meta', 'selected_assignments', 'daily_usage', 'capacity_summary', 'capacity_notes', 'special_days'],
      ...['objective_value', 'objective_breakdown', 'shaping_breakdown', 'cap_summary', 'fairness_summary'],
      ...['fairness_metrics', 'budget_summary'],
    ]);
  });

  it('writes the calendar of the drivers, and that of a partner', async () => {
    const drivers = await evenhand('table', run, 'calendar', '--format', 'ics');
    expect(drivers.out.match(/^SUMMARY:(?:Deliver|Pick up) /gm)).toHaveLength(4);
    const { code, err } = await evenhand('table', run, 'calendar', '--for', 'nobody');
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('nothing in this schedule is for') });
  });

  it('has examples in its help', async () => {
    expect((await evenhand('table', '--help')).out).toContain('Examples:\n  evenhand table');
  });
});
