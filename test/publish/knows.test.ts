import { mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { printProblems } from '../../src/problems/print.ts';
import { prepare, publish } from '../../src/publish/of-run.ts';
import { StaleBase } from '../../src/publish/problems.ts';
import { newestNow } from '../../src/publish/since.ts';
import type { Run } from '../../src/runs/run.ts';
import { assignments, sampleRun } from '../runs/sample-run.ts';

vi.mock('../../src/domains/find.ts', () => ({
  domainOf: () => ({ schedule: { table: 'assignments', key: ['vin'], place: ['partner'] } }),
}));

/** Ten past two in the afternoon. */
const PUBLISHED = Date.UTC(2026, 2, 1, 14, 10);

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'evenhand-knows-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A run with these rows of the sample. */
const runWith = (id: string, rows: number, more: Partial<Run> = {}): Run =>
  sampleRun({ id, tables: { assignments: { ...assignments, rows: assignments.rows.slice(0, rows) } }, ...more });

/** Publishes at ten past two. */
async function publishAt(run: Run, at = PUBLISHED): Promise<void> {
  const { version } = await publish(run, { root, base: (await newestNow(run.name, root))!.version });
  utimesSync(join(root, run.name, `00000${version}.json`), at / 1000, at / 1000);
}

async function refusal(act: () => unknown): Promise<string> {
  try {
    await act();
  } catch (error) {
    if (error instanceof StaleBase) return printProblems(error.problems);
    throw error;
  }
  return 'published';
}

const planned = (version: number) => ({ newest: { name: 'la-week', folder: root, version } });
const MINUTE = 60_000;

describe('a run without --base', () => {
  it('that was planned before anything was published replaces nothing', async () => {
    await publishAt(runWith('one', 2));
    expect(await refusal(() => publish(runWith('two', 1, planned(0)), { root }))).toBe(
      'la-week: version 1 is the newest (published 2026-03-01 14:10:00 UTC), and run two was planned when nothing was published yet\n' +
        'Maybe run the scenario again, so that it knows version 1, and commit that run; or replace version 1 all the same with --base 1.',
    );
  });

  it('that was planned on another version does not replace the newest', async () => {
    await publishAt(runWith('one', 2));
    await publishAt(runWith('two', 1));
    expect(await refusal(() => prepare(runWith('three', 0, planned(1)), { root }))).toContain(
      'version 2 is the newest (published 2026-03-01 14:10:00 UTC), and run three was planned on version 1\n',
    );
  });

  it('that knows the newest replaces it', async () => {
    await publishAt(runWith('one', 2));
    expect((await publish(runWith('two', 1, planned(1)), { root })).version).toBe(2);
  });

  it('replaces what it does not know where the base is said', async () => {
    await publishAt(runWith('one', 2));
    expect((await publish(runWith('two', 1, planned(0)), { root, base: 1 })).version).toBe(2);
  });

  it('with the rows of the newest takes nothing back', async () => {
    await publishAt(runWith('one', 2));
    expect((await prepare(runWith('two', 2, planned(0)), { root })).same).toBe(true);
  });
});

describe('a run that looked for versions elsewhere', () => {
  it.each([
    ['began before the newest was published', PUBLISHED - MINUTE, false],
    ['began at that moment', PUBLISHED, true],
    ['began after it', PUBLISHED + MINUTE, true],
  ])('%s', async (_, begun, passes) => {
    await publishAt(runWith('one', 2));
    const elsewhere = { newest: { name: 'la-week', folder: join(root, 'other'), version: 7 } };
    const said = await refusal(() => prepare(runWith('two', 1, elsewhere), { root, begun }));
    if (passes) expect(said).toBe('published');
    else expect(said).toContain('and run two began before that (2026-03-01 14:09:00 UTC)\n');
  });

  it('or under another name counts by its time too', async () => {
    await publishAt(runWith('one', 2));
    const asked = () => prepare(runWith('two', 1, { newest: { ...planned(0).newest, name: 'other' } }), { root });
    expect(await refusal(asked)).toBe('published');
  });
});

describe('newestNow', () => {
  it('is 0 where nothing is published', async () => {
    expect(await newestNow('la-week', root)).toEqual({ name: 'la-week', folder: root, version: 0 });
  });
});
