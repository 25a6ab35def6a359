import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { evenhand } from '../cli/tiny-week.ts';
import { pathOf } from '../house/sources.ts';
import { BLOCK, carriedOut } from './pages.ts';

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'evenhand-own-data-'));
const home = process.cwd();
beforeAll(() => process.chdir(folder));
afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
});

const PAGE = pathOf('docs/your-own-data.md');

// After a change to what commands write: npx vitest run test/docs --update
it('the tutorial for data of one’s own shows what its commands write', async () => {
  await expect(await carriedOut(readFileSync(PAGE, 'utf8'))).toMatchFileSnapshot(PAGE);
});

/** The first block of a page with this head. */
const blockOf = (head: string): string =>
  [...readFileSync(PAGE, 'utf8').matchAll(BLOCK)].find(([, own]) => own === head)![2]!;

it('the row that forbids may be left out in writing, as the tutorial says', async () => {
  writeFileSync('my-data/current_activity.csv', blockOf('csv my-data/current_activity.csv'));
  const text = blockOf('yaml week.yaml').replace('data: {dir: my-data}', () => blockOf('yaml').trim());
  writeFileSync('week.yaml', text);
  const { code, out, err } = await evenhand('run', 'week.yaml');
  expect(code).toBe(0);
  expect(out + err).toContain('not proven for your data: 1 row that forbids was left out');
});

it('its expectation fails at first, and is met by the variant', () => {
  const page = readFileSync(PAGE, 'utf8');
  expect(page).toContain('2 scenarios checked: 1 failed');
  expect(page).toContain('week@shared: passed, 3 of 3 expectations met');
});
