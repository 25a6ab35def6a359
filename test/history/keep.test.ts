import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { historyIn, keepHistory } from '../../src/history/keep.ts';
import { outcomesOf } from '../../src/history/outcomes.ts';
import { HISTORY } from '../../src/history/tables.ts';
import { openStorage } from '../../src/storage/open.ts';
import { evenhand } from '../cli/tiny-week.ts';
import { refusal } from '../storage/kit.ts';
import { fileOf, read } from './kit.ts';

let place: string;
beforeEach(() => {
  place = join(mkdtempSync(join(tmpdir(), 'evenhand-history-')), 'history');
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const BERLIN = { zone: 'Europe/Berlin' };
const TWO = 'id,created_at,type,likes\n1,2026-01-05T22:30:00Z,reel,3\n2,2026-07-05T22:30:00Z,post,\n'
  .replace('2026-07', '2025-07')
  .replace('post,', 'post,4');

it('rows are kept once, and changed only where that is said', async () => {
  expect(await keepHistory(place, read(TWO, BERLIN), { dryRun: true })).toMatchObject({ added: 2 });
  expect(existsSync(place)).toBe(false);
  expect(await keepHistory(place, read(TWO, BERLIN))).toEqual({ added: 2, same: 0, updated: 0, differing: [] });
  expect(await keepHistory(place, read(TWO, BERLIN))).toMatchObject({ added: 0, same: 2 });
  const newer = read(TWO.replace('reel,3', 'reel,9'), BERLIN);
  expect(await keepHistory(place, newer)).toMatchObject({ same: 1, updated: 0, differing: [{ line: 2, key: '1' }] });
  expect(await keepHistory(place, newer, { update: true, dryRun: true })).toMatchObject({ updated: 1 });
  expect(await keepHistory(place, newer, { update: true })).toMatchObject({ same: 1, updated: 1, differing: [] });
  expect(await refusal(keepHistory(place, read(TWO, { zone: 'Asia/Tokyo' })))).toContain(
    'is kept in the zone Europe/Berlin',
  );
  expect(await refusal(keepHistory(place, read(TWO, { platform: 'tiktok', channel: 'x' })))).toContain(
    'is kept as one of x',
  );
  expect(await historyIn(place)).toMatchObject([
    { channel: 'x', outcomes: 2, metrics: { likes: 2 }, types: { post: 1, reel: 1 } },
  ]);
});

it('outcomes come by time, with weekday and hour on the clock of their channel', async () => {
  await keepHistory(place, read(TWO, BERLIN));
  const kept = await openStorage(place, { features: [HISTORY] });
  // 2025-07-05 is a Saturday; at 22:30 in UTC it is Sunday in Berlin, at half past midnight. 2026-01-05 is a Monday.
  expect(await outcomesOf(kept, { goal: 'likes' })).toEqual([
    { group: 'x', at: Date.UTC(2025, 6, 5, 22, 30) / 1000, weekday: 6, hour: 0, value: 4, type: 'post' },
    { group: 'x', at: Date.UTC(2026, 0, 5, 22, 30) / 1000, weekday: 0, hour: 23, value: 3, type: 'reel' },
  ]);
  expect(await outcomesOf(kept, { goal: 'likes', type: 'reel', zone: 'UTC' })).toMatchObject([
    { weekday: 0, hour: 22 },
  ]);
  expect(await refusal(outcomesOf(kept, { goal: 'liks' }))).toContain('Maybe you meant "likes".');
  expect(await refusal(outcomesOf(kept, { goal: 'toString' }))).toContain('no outcome kept there');
  await kept.close();
});

it('the commands add, list and show', async () => {
  const file = fileOf(`${TWO}3,soon,reel,1\n`);
  const add = ['history', 'add', file, '--platform', 'x', '--zone', 'Europe/Berlin', '--to', place];
  const tried = await evenhand(...add, '--dry-run');
  expect(tried).toMatchObject({ code: 0, err: '' });
  expect(tried.out).toMatch(/would be kept +2\n/);
  expect(existsSync(place)).toBe(false);
  const { out } = await evenhand(...add);
  expect(out).toMatch(/^kept +2$/m);
  expect(out).toContain('export.csv:4: created_at "soon" is no time that can be read');
  expect(JSON.parse((await evenhand(...add, '--json')).out)).toMatchObject({ added: 0, same: 2, aside: [{ line: 4 }] });
  expect((await evenhand('history', 'list', '--to', place)).out).toMatch(
    /^x +x +Europe\/Berlin +2 +2025-07-05 +2026-01-05$/m,
  );
  expect((await evenhand('history', 'show', 'x', '--to', place)).out).toMatch(/^likes +2$/m);
  expect((await evenhand('history', 'show', 'y', '--to', place)).err).toContain('Maybe one of: x.');
  expect((await evenhand('history', 'list', '--to', join(place, 'no'))).code).toBe(2);
});
