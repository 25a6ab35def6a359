import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { evenhand } from '../cli/tiny-week.ts';
import { pathOf } from '../house/sources.ts';
import { BLOCK } from './pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'evenhand-batches-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const page = readFileSync(pathOf('docs/batches.md'), 'utf8');
const [jobs, store, events] = [join(folder, 'jobs.json'), join(folder, 'store'), join(folder, 'events.csv')];

it('the batch of the page is planned, kept and shown as the page says', async () => {
  const [, , body = ''] = [...page.matchAll(BLOCK)].find(([, head]) => head === 'json')!;
  writeFileSync(jobs, body);
  const planned = await evenhand('batch', jobs, '--store', store, '--events', events, '--json');
  expect(planned.code).toBe(0);
  const plan = JSON.parse(planned.out);
  expect(plan).toMatchObject({ bulk_job_id: 'week-45', status: 'optimal', quota_compliance_score: 1, unplaced: [] });
  expect(plan.job_assignments.map(({ post_id }: { readonly post_id: string }) => post_id).sort()).toEqual([
    'hiring',
    'teaser',
  ]);
  expect(await evenhand('batch', jobs, '--store', store, '--json')).toEqual(planned);
  expect(await evenhand('batch', 'show', 'week-45', '--store', store, '--json')).toEqual(planned);
  expect((await evenhand('batch', 'list', '--store', store)).out).toContain('week-45');
  const shown = await evenhand('batch', 'show', 'week-45', '--store', store, '--executed', events, '--json');
  expect(JSON.parse(shown.out).schedule_adherence_score).toBeNull();
  const adapted = await evenhand('adapt', events, '--store', join(folder, 'adapt'), '--dry-run');
  expect([adapted.code, adapted.err]).toEqual([0, '']);
});
