import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listBatches, runBatch } from '../../src/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'batch-writers-'));
const store = join(folder, 'store');

function fileOf(name: string, id: string) {
  const file = join(folder, name);
  const posts = [{ id, platform: 'instagram', content_type: 'instagram_reels' }];
  const metadata = { start_after: '2025-11-03T00:00:00Z' };
  writeFileSync(file, JSON.stringify({ bulk_job_id: 'j', posts, metadata }));
  return file;
}

test('of two writers of the same batch, one keeps it, and both give the same plan', async () => {
  const file = fileOf('same.json', 'a');
  const both = await Promise.all([
    runBatch(file, { store, key: 'same', at: '2025-11-03T00:00:00Z' }),
    runBatch(file, { store, key: 'same', at: '2025-11-03T00:00:01Z' }),
  ]);
  expect(JSON.stringify(both[0].plan)).toBe(JSON.stringify(both[1].plan));
  expect(both.filter(({ isNew }) => isNew)).toHaveLength(1);
});

test('of two writers of different batches under one key, one keeps its own, and the other is refused', async () => {
  const at = '2025-11-03T00:00:00Z';
  const ends = await Promise.allSettled([
    runBatch(fileOf('one.json', 'a'), { store, key: 'two', at }),
    runBatch(fileOf('other.json', 'b'), { store, key: 'two', at }),
  ]);
  const [refused, ...more] = ends.flatMap((end) => (end.status === 'rejected' ? [String(end.reason)] : []));
  expect(refused).toContain('another batch is kept under "two" already');
  expect(more).toEqual([]);
  const [winner] = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value.plan] : []));
  expect((await listBatches(store)).find(({ key }) => key === 'two')?.plan).toEqual(winner);
});
