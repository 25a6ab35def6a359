import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pathOf } from '../house/sources.ts';
import { carriedOut } from './pages.ts';

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'evenhand-timetables-'));
const home = process.cwd();
beforeAll(() => process.chdir(folder));
afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
});

const PAGE = pathOf('docs/timetables.md');

// After a change to what commands write: npx vitest run test/docs --update
it('the page of timetables shows what its commands write', async () => {
  await expect(await carriedOut(readFileSync(PAGE, 'utf8'))).toMatchFileSnapshot(PAGE);
});
