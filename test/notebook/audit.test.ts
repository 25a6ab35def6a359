import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { scenario } from '../../src/notebook/index.ts';
import { tinyWeek } from '../cli/tiny-week.ts';

async function week() {
  const folder = tinyWeek();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return scenario(join(folder, 'tiny.yaml'));
}

afterEach(() => {
  vi.restoreAllMocks();
});

const ROWS = [{ vin: 'VIN002', person_id: 'Bo', start_day: '2025-09-22' }];

it('an audit in a cell is data, and shows itself as a report does', async () => {
  const audit = await (await week()).audit(ROWS);
  expect(audit.parts.slice(0, 5)).toEqual(['verdict', 'tiles', 'expectations', 'what-to-change', 'beside-best']);
  expect(audit.rows('given_rows')).toMatchObject([{ line: 1, can_stay: 'yes', in_best: 'moved' }]);
  const printed = vi.spyOn(console, 'log').mockImplementation(() => {});
  await audit.show('verdict');
  expect(printed.mock.calls.flat().join('\n')).toContain('it keeps every rule; 1,200 points below the best');
});

it('a scenario of a cell may be changed before a schedule is held against it', async () => {
  const free = (await week()).variant('free');
  expect((await free.audit(ROWS)).given.best?.objective.net_score).toBe(1900);
  await expect(free.audit([{ car: 'VIN002' }])).rejects.toThrow('no column "vin"');
});
