import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listBatches, runBatch } from '../../src/index.ts';

test('of a hundred batches, the last fifty are listed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'batches-'));
  const file = join(folder, 'batch.json');
  const store = join(folder, 'store');
  writeFileSync(file, '{"bulk_job_id": "j", "posts": []}');
  for (let n = 1; n <= 100; n++) await runBatch(file, { store, key: `k${n}`, at: '2025-11-03T00:00:00Z' });
  const keys = (await listBatches(store, 50)).map(({ key }) => key);
  expect([keys.length, keys[0], keys.at(-1)]).toEqual([50, 'k100', 'k51']);
});
