import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCli } from '../../../../src/cli/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'evenhand-adapt-cli-'));
const store = join(folder, 'store');

/** Runs `evenhand adapt` and gives its exit code and what it wrote. */
async function adapt(...words: readonly string[]) {
  const texts: string[] = [];
  const write = (text: string) => void texts.push(text);
  const io = { out: write, err: write, watched: false, colour: false, ci: false, debug: false };
  const code = await runCli(['adapt', ...words], io);
  return { code, text: texts.join('') };
}

/** A window of 40 posts, an hour apart; so many begin an hour late, and each eighth call is refused. */
function log(name: string, weeks: readonly number[]): string {
  const lines = weeks.flatMap((late, week) =>
    Array.from({ length: 40 }, (_, i) => {
      const planned = Date.UTC(2026, 2, 2 + 7 * week) + i * 3_600_000;
      const iso = (ms: number) => new Date(planned + (i < late ? 3_600_000 : 0) + ms).toISOString();
      const own = `${week}-${i},mastodon`;
      const begun = `${iso(0)},${own},started,${new Date(planned).toISOString()}`;
      return [begun, ...(i % 8 === 0 ? [`${iso(1000)},${own},rate_limited,`] : []), `${iso(2000)},${own},published,`];
    }).flat(),
  );
  const file = join(folder, name);
  writeFileSync(file, ['at,job,channel,event,planned_at', ...lines].join('\n'));
  return file;
}

it('adjusts, and rolls back by itself when the goal falls; the log of it says so', async () => {
  const first = await adapt(log('one.csv', [0]), '--store', store);
  expect(first.text).toContain('3 parameters turned, on trial as version 2.');
  const report = join(folder, 'report.html');
  const second = await adapt(log('two.csv', [0, 20]), '--store', store, '--report', report, '--replay');
  expect([first.code, second.code]).toEqual([0, 0]);
  expect(second.text).toContain('Version 2 is rolled back: started on time fell by more than allowed.');
  expect(second.text).toContain('The parameters of version 1 are back, as version 3.');
  expect(second.text).toContain('Published twice');
  expect(readFileSync(report, 'utf8')).toContain('Version 2 is rolled back');
});

it('keeps nothing of a dry run, and prints JSON', async () => {
  const none = join(folder, 'none');
  const { text } = await adapt(log('three.csv', [0]), '--store', none, '--dry-run', '--json');
  expect(JSON.parse(text)).toMatchObject({ version: 2, saved: false, parameters: { bucketShare: 0.72 } });
  expect(existsSync(none)).toBe(false);
});

it('refuses a goal that it does not know, and a log that is not there', async () => {
  expect((await adapt('x.csv', '--goal', 'luck')).code).toBe(2);
  expect((await adapt(join(folder, 'absent.csv'), '--store', store)).text).toContain(
    'absent.csv: there is no such file',
  );
});
