import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { adaptFile } from '../../src/adapt/adapt-file.ts';
import { readEvents } from '../../src/adapt/read.ts';
import { printProblems } from '../../src/problems/print.ts';
import { Refusal } from '../../src/problems/problem.ts';
import { openStorage } from '../../src/storage/open.ts';
import { putVersion, VERSIONS } from '../../src/storage/versions.ts';

const folder = mkdtempSync(join(tmpdir(), 'evenhand-adapt-'));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const refusal = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return printProblems(error.problems).replaceAll(`${folder}/`, '');
    throw error;
  }
  return 'no refusal';
};

describe('a log of events', () => {
  it('is read from CSV and from JSON lines alike', () => {
    const csv =
      'at,job,channel,event,planned_at,retry_after\n2026-03-02T10:00:00+01:00,a,x,Rate-Limited,2026-03-02T09:00:00Z,30\n';
    const json =
      '{"at":"2026-03-02T09:00:00Z","job":"a","channel":"x","event":"rate_limited","planned_at":"2026-03-02T09:00:00Z","retry_after":30}\n';
    const event = {
      at: 1772442000000,
      job: 'a',
      channel: 'x',
      event: 'rate_limited',
      plannedAt: 1772442000000,
      retryAfter: 30,
    };
    expect(readEvents(file('a.csv', csv))).toEqual([event]);
    expect(readEvents(file('a.jsonl', json))).toEqual([event]);
  });

  it('refuses unknown events, times without a zone and numbers that are none, each with its line', () => {
    const text =
      'at,job,channel,event,retry_after\n2026-03-02T10:00:00Z,a,x,publishd,\n2026-03-02T10:00:00,b,x,started,-5\n';
    const said = refusal(() => readEvents(file('b.csv', text)));
    expect(said).toContain(
      'b.csv:2: unknown event "publishd"\nMaybe you meant "published" (known here: planned, started,',
    );
    expect(said).toContain('b.csv:3: at: "2026-03-02T10:00:00" is no instant with its zone\nMaybe write it as');
    expect(said).toContain('b.csv:3: retry_after: "-5" is no number from 0');
  });

  it('refuses a file without its columns, lines that are no objects, and names of Object', () => {
    expect(refusal(() => readEvents(file('c.csv', 'at,job\n1,2\n')))).toContain('without the columns channel, event');
    expect(refusal(() => readEvents(file('c.jsonl', '[1]\n')))).toContain('c.jsonl:1: is no JSON object');
    expect(
      refusal(() =>
        readEvents(file('d.jsonl', '{"at":"2026-03-02T10:00:00Z","job":"a","channel":"x","event":"constructor"}')),
      ),
    ).toContain('unknown event "constructor"');
  });
});

describe('a cycle over a file', () => {
  const text = 'at,job,channel,event\n2026-03-02T10:00:00Z,a,x,started\n';
  const at = '2026-03-02T11:00:00Z';

  it('keeps a version for each window, and none where nothing is new or where it only shows', async () => {
    const store = join(folder, 'store');
    const log = file('e.csv', text);
    expect((await adaptFile(log, { store, at, dryRun: true })).saved).toBe(false);
    expect((await adaptFile(log, { store, at })).saved).toBe(true);
    expect((await adaptFile(log, { store, at })).saved).toBe(false);
  });

  it('refuses a store that holds something else', async () => {
    const store = join(folder, 'other');
    const kept = await openStorage(store, { features: [VERSIONS] });
    await putVersion(kept, { name: 'adapt', expected: 0, body: { versions: [] }, why: 'a test', at });
    await kept.close();
    file('e.csv', text);
    await expect(adaptFile(join(folder, 'e.csv'), { store, at })).rejects.toThrow('is no state of the adaptive cycle');
  });
});
