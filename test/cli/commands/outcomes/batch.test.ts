import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { evenhand } from '../../tiny-week.ts';

const folder = mkdtempSync(join(tmpdir(), 'evenhand-batch-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const [jobs, store, log] = ['jobs.json', 'store', 'events.csv'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];

const REELS = { platform: 'instagram', content_type: 'instagram_reels' };
const metadata = { start_after: '2025-11-03T10:00:00Z', deadline: '2025-11-03T14:00:00Z' };
const BATCH = {
  bulk_job_id: 'week-45',
  posts: [
    { id: 'a', ...REELS, priority: 3 },
    { id: 'b', ...REELS },
  ],
  metadata,
};
writeFileSync(jobs, JSON.stringify(BATCH));

describe('evenhand batch', () => {
  it('plans, keeps, begins a log, and gives the same again', async () => {
    const first = await evenhand('batch', jobs, '--store', store, '--events', log);
    expect([first.code, first.err]).toEqual([0, '']);
    expect(first.out).toContain('week-45: optimal, 1 post, 1 without a time.');
    expect(first.out).toMatch(/\na +instagram +2025-11-03 1\d:00 +UTC +urgent +\d\.\d\d\n/);
    expect(first.out.replaceAll(/\s+/g, ' ')).toMatch(/b has no time: .*; best chance 2025-11-03T1\S+, held by a /);
    expect(first.out).toContain('adherence       nothing is executed yet');
    expect(first.out).toMatch(/\nkept {4}\S+store\nevents {2}\S+events\.csv\n$/);
    expect(readFileSync(log, 'utf8')).toMatch(/^at,job,channel,event,planned_at,priority\r?\n\S+,a,instagram,planned,/);

    const [one, again] = [
      await evenhand('batch', jobs, '--store', store, '--json'),
      await evenhand('batch', jobs, '--store', store, '--json'),
    ];
    expect(again).toEqual(one);
    expect(JSON.parse(one.out)).toMatchObject({ bulk_job_id: 'week-45', schedule_adherence_score: null });
    expect((await evenhand('batch', jobs, '--store', store)).out).toContain('\nas kept ');
  });

  it('refuses a log that is there already, before the plan is kept', async () => {
    const [taken, none] = [join(folder, 'taken.csv'), join(folder, 'none')];
    writeFileSync(taken, 'mine');
    const { code, out, err } = await evenhand('batch', jobs, '--store', none, '--events', taken);
    expect([code, out, existsSync(none), readFileSync(taken, 'utf8')]).toEqual([2, '', false, 'mine']);
    expect(err).toContain('taken.csv: is there already');
  });

  it('refuses another batch under the key, and keeps it under one of its own', async () => {
    const other = join(folder, 'other.json');
    writeFileSync(other, JSON.stringify({ ...BATCH, posts: [] }));
    const { code, err } = await evenhand('batch', other, '--store', store);
    expect([code, err]).toEqual([2, expect.stringContaining('another batch is kept under "week-45" already')]);
    const kept = await evenhand('batch', other, '--store', store, '--key', 'spare', '--json');
    expect([kept.code, JSON.parse(kept.out).status]).toEqual([0, 'empty']);
  });

  it('refuses a file that is not there, with nothing on stdout', async () => {
    const { code, out, err } = await evenhand('batch', join(folder, 'absent.json'), '--store', store, '--json');
    expect([code, out, err]).toEqual([2, '', expect.stringContaining('absent.json: there is no such file')]);
  });
});

describe('evenhand batch list', () => {
  it('lists what is kept, the last one first', async () => {
    const { code, out } = await evenhand('batch', 'list', '--store', store);
    expect(code).toBe(0);
    expect(out).toMatch(/^key +made +status +posts +no time\nspare .* empty +0 +0\nweek-45 .* optimal +1 +1\n$/);
    const all = JSON.parse((await evenhand('batch', 'list', '--store', store, '--json')).out);
    expect(all.map(({ key }: { readonly key: string }) => key)).toEqual(['spare', 'week-45']);
  });
});

describe('evenhand batch show', () => {
  it('shows what is kept, as it was planned', async () => {
    const planned = await evenhand('batch', jobs, '--store', store, '--json');
    expect(await evenhand('batch', 'show', 'week-45', '--store', store, '--json')).toEqual(planned);
    const { out } = await evenhand('batch', 'show', 'week-45', '--store', store);
    expect(out).toMatch(/^week-45: optimal, 1 post, 1 without a time\.\n/);
  });

  it('measures how its execution kept to the plan, from the log that it began', async () => {
    const show = ['batch', 'show', 'week-45', '--store', store, '--executed', log];
    expect((await evenhand(...show)).out).toContain(
      'adherence       by this log, nothing of it is executed or due yet\n',
    );
    const [{ scheduled_time: time }] = JSON.parse((await evenhand(...show, '--json')).out).job_assignments;
    const end = new Date(Date.parse(time) + 3_600_000).toISOString();
    writeFileSync(log, `${readFileSync(log, 'utf8').trimEnd()}\n${time},a,instagram,started,,\n`);
    writeFileSync(log, `${readFileSync(log, 'utf8').trimEnd()}\n${end},a,instagram,published,,\n`);
    expect((await evenhand(...show)).out).toContain('adherence       1\n');
    expect(JSON.parse((await evenhand(...show, '--json')).out).schedule_adherence_score).toBe(1);
    const kept = await evenhand('batch', 'show', 'week-45', '--store', store, '--json');
    expect(JSON.parse(kept.out).schedule_adherence_score).toBeNull();
  });

  it('refuses a key and a log that are not there', async () => {
    const { code, err } = await evenhand('batch', 'show', 'week-46', '--store', store);
    expect([code, err]).toEqual([2, expect.stringContaining('no batch is kept under "week-46"')]);
    const absent = join(folder, 'absent.csv');
    const log = await evenhand('batch', 'show', 'week-45', '--store', store, '--executed', absent);
    expect([log.code, log.err]).toEqual([2, expect.stringContaining('absent.csv: there is no such file')]);
  });
});
