import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { evenhand } from '../../tiny-week.ts';

// No batch of a few posts is beyond the solver, so the run that finds nothing is made here.
vi.mock('../../../../src/pipeline/run-scenario.ts', () => ({
  runScenario: () => Promise.resolve({ status: 'unknown', tables: {} }),
}));

it('where there is no schedule, the exit code is 3, and neither plan nor log is kept', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-batch-none-'));
  const [jobs, store, log] = [join(folder, 'jobs.json'), join(folder, 'store'), join(folder, 'events.csv')];
  writeFileSync(jobs, '{"bulk_job_id": "j", "posts": [{"id": "a", "platform": "instagram"}]}');
  const { code, out } = await evenhand('batch', jobs, '--store', store, '--events', log);
  expect([code, existsSync(log)]).toEqual([3, false]);
  expect(out).toContain('j: unknown, 0 posts.');
  expect(out).toContain('\nnothing is kept\n');
  const listed = await evenhand('batch', 'list', '--store', store, '--json');
  expect([listed.code, JSON.parse(listed.out)]).toEqual([0, []]);
  expect(readdirSync(folder)).not.toContain('events.csv');
  const json = await evenhand('batch', jobs, '--store', store, '--json');
  expect([json.code, JSON.parse(json.out).status]).toEqual([3, 'unknown']);
});
