import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderComparison } from '../../src/report/comparison.ts';
import { ATTRIBUTION, policies } from '../report/comparison-fixture.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const COUNTS = [2, 4, 20] as const;

let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'comparison-'));
  for (const count of COUNTS)
    writeFileSync(join(folder, `${count}.html`), await renderComparison(policies(count, ATTRIBUTION)));
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a comparison offline, and gives the visitor its page and what it complained of or asked for. */
async function visit(
  count: number,
  look: { readonly width: number; readonly scheme: 'light' | 'dark' },
  visitor: (page: Page, heard: readonly string[]) => Promise<void>,
) {
  const viewport = { width: look.width, height: 900 };
  const context = await browser.newContext({ offline: true, viewport, colorScheme: look.scheme, bypassCSP: true });
  const page = await context.newPage();
  const heard: string[] = [];
  page.on('console', (message) => heard.push(message.text()));
  page.on('pageerror', (error) => heard.push(error.message));
  page.on('request', (request) => heard.push(request.url()));
  await page.goto(pathToFileURL(join(folder, `${count}.html`)).href);
  await visitor(page, heard);
  await context.close();
}

describe.each(COUNTS)('a comparison of %i scenarios', (count) => {
  it('opens offline without a complaint and asks for nothing', async () => {
    await visit(count, { width: 1280, scheme: 'light' }, async (_, heard) => expect(heard).toHaveLength(1));
  });

  it.each(['light', 'dark'] as const)('is accessible in the %s', async (scheme) => {
    await visit(count, { width: 1280, scheme }, async (page) => {
      // Twenty times the same folded tables would take a minute to check.
      if (count < 20)
        await page.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = true; })`);
      await page.evaluate(AXE);
      const { violations } = (await page.evaluate('axe.run()')) as {
        violations: { id: string; nodes: { target: string[] }[] }[];
      };
      const faults = violations.map(
        ({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')} and ${nodes.length - 1} more`,
      );
      expect(faults).toEqual([]);
    });
  });

  it.each([320, 390, 768])('does not scroll sideways at %i pixels', async (width) => {
    await visit(count, { width, scheme: 'light' }, async (page) =>
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width),
    );
  });
});

it('keeps the colours of the scenarios on paper', async () => {
  await visit(4, { width: 700, scheme: 'light' }, async (page) => {
    await page.emulateMedia({ media: 'print' });
    const adjust = await page.evaluate(`getComputedStyle(document.querySelector('.chip')).printColorAdjust`);
    expect(adjust).toBe('exact');
  });
});
