import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUILT_IN } from '../../src/domains/posts/tables/windows.ts';
import { pathOf } from '../house/sources.ts';
import { carriedOut } from './pages.ts';

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'evenhand-posts-'));
const home = process.cwd();
beforeAll(() => process.chdir(folder));
afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
});

const PAGE = pathOf('docs/posts.md');

// After a change to what commands write: npx vitest run test/docs --update
it('the page of posts shows what its commands write', async () => {
  await expect(await carriedOut(readFileSync(PAGE, 'utf8'))).toMatchFileSnapshot(PAGE);
});

describe('The table of windows', () => {
  const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  const lines = readFileSync(PAGE, 'utf8')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));

  it.each([...new Set(BUILT_IN.map(({ platform }) => platform))])('is that of the engine: %s', (platform) => {
    const [, , ...cells] = lines.find(([, name]) => name === platform)!;
    const shown = DAYS.flatMap((day, d) =>
      cells[d]!.split(', ').flatMap((part) => {
        const [from = 0, to = 0, weight = 0] = part.split(/[– ]/).map(Number);
        return Array.from({ length: to - from }, (_, k) => `${day} ${from + k} ${weight}`);
      }),
    );
    const weights = new Map<string, number>();
    for (const { day, from, to, weight } of BUILT_IN.filter((one) => one.platform === platform))
      for (let hour = from; hour < to; hour++)
        weights.set(`${day} ${hour}`, Math.max(weight, weights.get(`${day} ${hour}`) ?? 0));
    expect(shown.toSorted()).toEqual([...weights].map(([hour, weight]) => `${hour} ${weight}`).toSorted());
  });
});

it('the score of the example is the one of the run', () => {
  const runs = readdirSync('runs/week').filter((name) => /^[0-9a-f]{16}$/.test(name));
  const factors = runs.map((run) => readFileSync(`runs/week/${run}/factors.csv`, 'utf8'));
  expect(factors.filter((text) => /^tasting,.*,0\.1,1\.03,1,1,1,0\.1144,/m.test(text))).toHaveLength(1);
  expect(((0.1 * (1 + 0.3 * 0.1)) / 0.9).toFixed(4)).toBe('0.1144');
});
