import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Refusal, runBatch } from '../../src/index.ts';

/** What is refused of a file with this text; never anything but a refusal. */
async function refused(text: string | Uint8Array): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'batch-hostile-'));
  const file = join(folder, 'batch.json');
  writeFileSync(file, text);
  const error = await runBatch(file, { store: join(folder, 'store'), at: '2025-11-03T00:00:00Z' }).then(
    () => 'accepted',
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Refusal);
  return (error as Refusal).problems.map(({ message }) => message).join('\n');
}

const around = (post: string) => `{"bulk_job_id": "j", "posts": [{"id": "a", "platform": "instagram"${post}}]}`;

test('names of the prototype are refused wherever they stand', async () => {
  expect(await refused(around(', "__proto__": {"priority": 3}'))).toContain('__proto__');
  expect(await refused(around(', "constructor": 1'))).toContain('constructor');
  expect(await refused('{"bulk_job_id": "j", "posts": [], "metadata": {"__proto__": {}}}')).toContain('__proto__');
  expect(({} as { readonly priority?: number }).priority).toBeUndefined();
});

test('a number beyond all numbers is refused', async () => {
  expect(await refused(around(', "priority": 1e999'))).not.toBe('');
  const most = '{"bulk_job_id": "j", "posts": [], "metadata": {"suggested_concurrency": 1e999}}';
  expect(await refused(most)).not.toBe('');
});

test('a text of 5 MB is refused, and not repeated', async () => {
  const long = 'x'.repeat(5_000_000);
  for (const text of [around(`, "text": "${long}"`), around(`, "priority": "${long}"`), around(`, "${long}": 1`)])
    expect((await refused(text)).length).toBeLessThan(1000);
});

test('deep nesting is refused, closed or not', async () => {
  const deep = '['.repeat(100_000);
  expect(await refused(around(`, "text": ${deep}`))).not.toBe('');
  expect(await refused(around(`, "text": ${deep}${']'.repeat(100_000)}`))).not.toBe('');
  expect(await refused('{"a":'.repeat(100_000))).not.toBe('');
});

test('a file that is no text is refused', async () => {
  expect(await refused(Uint8Array.of(0xc3, 0x28, 0x80, 0xff))).not.toBe('');
  expect(await refused('')).not.toBe('');
});
