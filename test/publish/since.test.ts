import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  changesSince,
  loadRun,
  publish,
  type Run,
  readScenario,
  renderReport,
  runScenario,
  saveRun,
  verifyRun,
} from '../../src/index.ts';
import { changedOf } from '../../src/publish/report.ts';

const EVENING = 'scenarios/rotation/prime-evening.yaml';
let root: string;
let run: Run;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'evenhand-since-'));
  run = await runScenario(readScenario(EVENING));
});
afterAll(() => rmSync(root, { recursive: true }));

/** The log without one spot, and with another one elsewhere. */
function earlier(): Run {
  const { log } = run.tables;
  const at = log!.columns.findIndex(({ name }) => name === 'break');
  const rows = log!.rows.slice(1).map((row, n) => (n === 0 ? row.with(at, 'b2240') : row));
  return { ...run, tables: { ...run.tables, log: { ...log!, rows } } };
}

describe('what changed since the version published last', () => {
  it('is nothing to speak of where nothing was published', async () => {
    expect(await changesSince(run, { root })).toEqual([]);
  });

  it('is each row by name, and stays in the record and its report', async () => {
    await publish(earlier(), { root });
    const [since] = await changesSince(run, { root });
    expect(since).toMatchObject({ by: 'published', name: 'prime-evening@1', kept: 10 });
    expect(since!.changes).toEqual([
      { change: 'new', what: 'Halden Motors (h1)', before: null, after: '20:14 (b2014), position 1' },
      {
        change: 'moved',
        what: 'Wagtail (w2)',
        before: '20:14:30 (b2240), position 2',
        after: '20:14:30 (b2014), position 2',
      },
    ]);
    const known = { ...run, since: [since!] };
    const html = await renderReport(known);
    expect(html).toContain('<strong>Changed since prime-evening@1:</strong> 1 new (Halden Motors: 20:14, position 1)');
    const folder = await saveRun(known, html, root);
    expect((await loadRun(folder)).since).toEqual([since]);
    expect((await verifyRun(folder)).passed).toBe(true);
  });

  it('says so where all is as before', async () => {
    await publish(run, { root });
    const since = await changesSince(run, { root });
    expect(changedOf(since, ['spot', 'spots'])!.section.lead).toBe(
      'Since the version published last (prime-evening@2) nothing changed: all 12 spots are as before.',
    );
  });

  it('and since the run that the scenario stays close to; the same changes are said once', async () => {
    const folder = await saveRun(run, '', join(root, 'runs'));
    const settings = { ...run.scenario.settings, stay_close_to: { run: folder, penalty: 1 } };
    const since = await changesSince({ ...run, scenario: { ...run.scenario, settings } }, { root });
    expect(since.map(({ by, name }) => [by, name])).toEqual([
      ['published', 'prime-evening@2'],
      ['stay_close_to', `run ${run.id}`],
    ]);
    expect(changedOf(since)!.changed).toEqual([
      { since: `prime-evening@2 and run ${run.id}`, text: 'nothing; all 12 rows are as before.' },
    ]);
  });

  it('is left out where the earlier schedule can no longer be read', async () => {
    const settings = { ...run.scenario.settings, stay_close_to: { run: join(root, 'nowhere'), penalty: 1 } };
    const since = await changesSince({ ...run, scenario: { ...run.scenario, settings } }, { root: join(root, 'none') });
    expect(since).toEqual([]);
  });
});
