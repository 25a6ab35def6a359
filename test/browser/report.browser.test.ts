import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loansPage } from '../../src/domains/loans/report.ts';
import { renderReport } from '../../src/report/render.ts';
import type { Run } from '../../src/runs/run.ts';
import { fixtureRun, infeasibleRun } from '../report/fixture.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const FAILED: Run['audit'] = {
  passed: false,
  levels: [{ level: 1, name: 'feasible', passed: false, text: '2 violations (cooldown 2)' }],
};
const RUNS = {
  proven: fixtureRun(),
  unproven: fixtureRun({ status: 'feasible', objective: { ...fixtureRun().objective, bound: 63335, gap: 123 } }),
  failed: fixtureRun({ audit: FAILED }),
  infeasible: infeasibleRun(),
} as const;

let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'report-'));
  for (const [name, run] of Object.entries(RUNS))
    writeFileSync(join(folder, `${name}.html`), await renderReport(run, loansPage(run)));
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Visit {
  readonly page: Page;
  readonly faults: readonly string[];
  readonly requests: readonly string[];
}

/** Opens a report offline and gives it to the visitor, with everything that it said and asked for. */
async function visit(
  name: string,
  look: { width: number; scheme: 'light' | 'dark' },
  visitor: (seen: Visit) => Promise<void>,
) {
  const viewport = { width: look.width, height: 900 };
  const context = await browser.newContext({ offline: true, viewport, colorScheme: look.scheme, bypassCSP: true });
  const page = await context.newPage();
  const faults: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
  await visitor({ page, faults, requests });
  await context.close();
}

async function axeFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate('axe.run()');
  const { violations } = found as { violations: { id: string; nodes: { target: string[] }[] }[] };
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

describe.each(Object.keys(RUNS))('the report of a run that is %s', (name) => {
  it('opens offline without a complaint and asks for nothing', async () => {
    await visit(name, { width: 1280, scheme: 'light' }, async ({ faults, requests }) => {
      expect(faults).toEqual([]);
      expect(requests).toHaveLength(1);
    });
  });

  it.each(['light', 'dark'] as const)('is accessible in the %s', async (scheme) => {
    await visit(name, { width: 1280, scheme }, async ({ page }) => {
      await page.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = true; })`);
      expect(await axeFaults(page)).toEqual([]);
    });
  });

  it.each([320, 390, 768])('does not scroll sideways at %i pixels', async (width) => {
    await visit(name, { width, scheme: 'light' }, async ({ page }) => {
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    });
  });
});

describe('a telephone', () => {
  it('gets charts drawn for it', async () => {
    await visit('proven', { width: 390, scheme: 'light' }, async ({ page }) => {
      expect(await page.locator('svg.wide:visible').count()).toBe(0);
      expect(await page.locator('svg.narrow:visible').count()).toBeGreaterThan(4);
    });
  });
  it('is accessible too', async () => {
    await visit('proven', { width: 390, scheme: 'dark' }, async ({ page }) =>
      expect(await axeFaults(page)).toEqual([]),
    );
  });
});

describe('on paper', () => {
  it('has pages', async () => {
    await visit('proven', { width: 1280, scheme: 'dark' }, async ({ page }) => {
      const pdf = await page.pdf({ preferCSSPageSize: true });
      const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
      expect(pages.length).toBeGreaterThan(4);
    });
  });
  it('shows the rows that the screen folds away, and no fold', async () => {
    await visit('proven', { width: 700, scheme: 'light' }, async ({ page }) => {
      const last = page.locator('#fairness details tr').last();
      expect((await last.boundingBox())?.height ?? 0).toBe(0);
      await page.emulateMedia({ media: 'print' });
      expect((await last.boundingBox())?.height ?? 0).toBeGreaterThan(5);
      expect(await page.locator('summary:visible').count()).toBe(0);
    });
  });
  it('is dark on white whatever the screen was', async () => {
    await visit('proven', { width: 700, scheme: 'dark' }, async ({ page }) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    });
  });
});
