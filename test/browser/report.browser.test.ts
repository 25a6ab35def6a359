import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loansPage } from '../../src/domains/loans/report.ts';
import { readScenario } from '../../src/domains/read.ts';
import { runScenario } from '../../src/pipeline/run-scenario.ts';
import { renderReport } from '../../src/report/render.ts';
import type { Run } from '../../src/runs/run.ts';
import { stuckRun } from '../runs/tiny.ts';
import { axeFaults, openPages, type Pages, seen, type Visit } from './offline.ts';

const FAILED: Run['audit'] = {
  passed: false,
  levels: [{ level: 1, name: 'feasible', passed: false, text: '2 violations (cooldown 2)' }],
};
// A whole week: folds and pages want more rows than a tiny one has. It is proven and keeps its rules, so that the record
// is made to say otherwise.
const proven = await runScenario(readScenario('scenarios/loans/la-week.yaml'));
const bound = proven.objective.net_score! + 123;
const RUNS: Readonly<Record<string, Run>> = {
  proven,
  unproven: { ...proven, status: 'feasible', objective: { ...proven.objective, bound, gap: 123 } },
  failed: { ...proven, audit: FAILED },
  infeasible: await stuckRun(),
};

let pages: Pages;

beforeAll(async () => {
  pages = await openPages();
  for (const [name, run] of Object.entries(RUNS)) pages.write(name, await renderReport(run, loansPage(run)));
});

afterAll(async () => await pages?.close());

/** Opens a report and gives it to the visitor, with everything that it said and asked for. */
const visit = (
  name: string,
  { width, scheme }: { width: number; scheme: 'light' | 'dark' },
  visitor: (seen: Visit) => Promise<void>,
) => pages.visit(name, seen(width, scheme), visitor);

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
  it('has room for the numbers of the contents between its columns', async () => {
    await visit('proven', { width: 390, scheme: 'light' }, async ({ page }) => {
      const sides = await page.locator('.contents li').evaluateAll((items) =>
        items.map((item) => {
          const { left, right } = item.getBoundingClientRect();
          return { left, right };
        }),
      );
      const [first, last] = [sides[0]!, sides.at(-1)!];
      // "10." takes about 22 pixels.
      expect(last.left - first.right).toBeGreaterThan(22 + 12);
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
