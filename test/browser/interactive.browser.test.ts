import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderComparison } from '../../src/compare/report/report.ts';
import { loansPage } from '../../src/domains/loans/report.ts';
import { renderReport } from '../../src/report/render.ts';
import { policies } from '../compare/report/policies.ts';
import { rewrittenRun, tinyRun } from '../runs/tiny.ts';
import { axeFaults, type Look, openPages, type Pages, type Visit } from './offline.ts';

const HOSTILE = `</script><script>alert(1)</script><img src=x onerror=alert(2)>$\{alert(3)}\u2028__proto__`;

/** The week with names that would break out of anything that took them for more than text. */
async function hostileRun() {
  return { ...(await rewrittenRun({ name: (name) => `${HOSTILE} ${name}` })), title: HOSTILE };
}

let pages: Pages;

beforeAll(async () => {
  pages = await openPages();
  for (const [name, run] of [['week', await tinyRun()] as const, ['hostile', await hostileRun()] as const])
    pages.write(name, await renderReport(run, loansPage(run), { interactive: true }));
  pages.write('comparison', await renderComparison(await policies(4), { interactive: true }));
});

afterAll(async () => await pages?.close());

/** Opens a report under its own policy, and gives it to the visitor once its charts answer. */
const visit = (name: string, look: Look, visitor: (seen: Visit) => Promise<void>) =>
  pages.visit(name, look, async (seen) => {
    if (look.javaScriptEnabled !== false) await seen.page.locator('.hint').waitFor();
    await visitor(seen);
  });

const chart = (page: Page, id: string): Locator => page.locator(`figure[data-chart="${id}"] .live`);

/** Drags between two points of a chart, as parts of its width and height. */
async function drag(
  page: Page,
  area: Locator,
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
) {
  await area.scrollIntoViewIfNeeded();
  const box = (await area.boundingBox())!;
  await page.mouse.move(box.x + box.width * x1, box.y + box.height * y1);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * x2, box.y + box.height * y2, { steps: 6 });
  await page.mouse.up();
  await page.locator('.selection:visible').waitFor();
}

describe.each(['week', 'hostile', 'comparison'])('the interactive report "%s"', (name) => {
  it('draws every chart again, offline, under its policy, without a complaint or a request', async () => {
    await visit(name, {}, async ({ page, faults, requests }) => {
      const figures = await page.locator('figure[data-chart]').count();
      expect(figures).toBeGreaterThan(4);
      expect(await page.locator('figure.is-live').count()).toBe(figures);
      for (const area of await page.locator('.live').all()) {
        await area.scrollIntoViewIfNeeded();
        const box = (await area.boundingBox())!;
        await page.mouse.move(box.x + box.width * 0.4, box.y + box.height * 0.5);
        await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.6);
      }
      expect(faults).toEqual([]);
      expect(requests).toHaveLength(1);
    });
  });
});

describe.each(['week', 'comparison'])('the interactive report "%s"', (name) => {
  it.each(['light', 'dark'] as const)('is accessible in the %s', async (colorScheme) => {
    await visit(name, { colorScheme }, async ({ page }) => {
      await page.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = true; })`);
      expect(await axeFaults(page)).toEqual([]);
    });
  });

  it.each([320, 768])('does not scroll sideways at %i pixels', async (width) => {
    await visit(name, { viewport: { width, height: 900 } }, async ({ page }) => {
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    });
  });
});

describe('the live drawing', () => {
  it('is the still one: the same paths at the same places', async () => {
    await visit('week', {}, async ({ page }) => {
      const shapes = (selector: string) =>
        page.evaluate(
          `[...document.querySelectorAll(${JSON.stringify(selector)})].map((one) => one.getAttribute('d') + one.getAttribute('transform') + one.getAttribute('fill'))`,
        ) as Promise<string[]>;
      const parts = ['.role-mark path', '.role-mark text', '.role-axis-label text', '.role-legend-label text'];
      const all = (within: string) => shapes(parts.map((part) => `${within} ${part}`).join(', '));
      for (const id of ['score-1', 'capacity-1', 'fairness-1', 'caps-1']) {
        const figure = `figure[data-chart="${id}"]`;
        const still = await all(`${figure} > svg:not(.narrow)`);
        expect(still.length).toBeGreaterThan(3);
        expect(await all(`${figure} .live > div:not(.narrow) > svg.marks`)).toEqual(still);
      }
    });
  });
  it('is drawn for a telephone on a telephone', async () => {
    await visit('week', { viewport: { width: 390, height: 800 } }, async ({ page }) => {
      expect(await page.locator('.live > .wide:visible').count()).toBe(0);
      expect(await page.locator('.live > .narrow:visible').count()).toBeGreaterThan(3);
    });
  });
});

describe('pointing at a mark', () => {
  it('tells what it is, in the words and units of the tables', async () => {
    await visit('week', {}, async ({ page }) => {
      const area = chart(page, 'capacity-1');
      await area.scrollIntoViewIfNeeded();
      const box = (await area.boundingBox())!;
      await page.mouse.move(box.x + box.width * 0.9, box.y + 20);
      expect(await page.locator('.tip').innerText()).toMatch(/^Mon 22 Sep\s+Starts\s+2 loans\s+Slots\s+2/);
      await page.mouse.move(box.x + box.width / 2, box.y - 60);
      expect(await page.locator('.tip').isVisible()).toBe(false);
    });
  });
  it('takes names for text, whatever they look like', async () => {
    await visit('hostile', {}, async ({ page }) => {
      await chart(page, 'caps-1').focus();
      await page.keyboard.press('ArrowRight');
      expect(await page.locator('.tip .title').textContent()).toContain(HOSTILE.replace('\u2028', ' '));
      expect(await page.locator('.tip img, .tip script').count()).toBe(0);
    });
  });
  it('works by keyboard: arrows go from mark to mark and are heard, Enter selects, Esc clears', async () => {
    await visit('week', {}, async ({ page }) => {
      const area = chart(page, 'capacity-1');
      await area.focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      expect(await page.locator('.tip .title').innerText()).toBe('Tue 23 Sep');
      expect(await area.locator('[aria-live]').textContent()).toMatch(/^Tue 23 Sep\. Starts: 2 loans/);
      await page.keyboard.press('Enter');
      expect(await page.locator('.selection').innerText()).toContain('2 loans selected');
      await page.keyboard.press('Escape');
      expect(await page.locator('.selection').isVisible()).toBe(false);
    });
  });
  it('works by finger: a tap tells and selects, a tap elsewhere hides what was told', async () => {
    await visit('week', { hasTouch: true, viewport: { width: 390, height: 800 } }, async ({ page }) => {
      const area = chart(page, 'capacity-1');
      await area.scrollIntoViewIfNeeded();
      const box = (await area.boundingBox())!;
      await page.touchscreen.tap(box.x + 100, box.y + 30);
      expect(await page.locator('.tip .title').innerText()).toBe('Mon 22 Sep');
      expect(await page.locator('.selection').innerText()).toContain('2 loans');
      await page.locator('#capacity h2').tap();
      expect(await page.locator('.tip').isVisible()).toBe(false);
      await page.locator('.selection button').tap();
      expect(await page.locator('.selection').isVisible()).toBe(false);
    });
  });
});

describe('a range', () => {
  it('selects its marks, the same loans in the other charts, and the rows of the tables', async () => {
    await visit('week', {}, async ({ page, faults }) => {
      await drag(page, chart(page, 'capacity-1'), [0.4, 0.02], [0.6, 0.24]);
      expect(await page.locator('.selection').innerText()).toMatch(/^4 loans selected in “Loans starting/);
      expect(await page.locator('#capacity tr.selected th').allInnerTexts()).toEqual(['Mon 22 Sep', 'Tue 23 Sep']);
      expect(await page.locator('#schedule tr.selected').count()).toBe(4);
      const faded = (id: string) => chart(page, id).locator('div:not(.narrow) > svg.marks [opacity="0.22"]').count();
      expect(await faded('capacity-1')).toBeGreaterThan(4);
      // Ben and Femi have one loan, Ana has three: the bars of none and of two fade, each with its number.
      expect(await faded('fairness-2')).toBe(4);
      // The three stand on both curves.
      expect(await chart(page, 'fairness-1').locator('.dots circle').count()).toBe(6);
      expect(await faded('funnel-1')).toBe(0);
      expect(faults).toEqual([]);
    });
  });
  it('on the Lorenz curve selects partners: their rows, and how many behind a fold', async () => {
    await visit('week', {}, async ({ page }) => {
      await drag(page, chart(page, 'fairness-1'), [0.92, 0.15], [0.999, 0.5]);
      const selected = await page.locator('#fairness tr.selected').count();
      expect(selected).toBeGreaterThan(0);
      expect(await page.locator('#fairness tr.selected td:nth-child(2)').allTextContents()).toEqual(
        Array.from({ length: selected }, () => '3'),
      );
      expect(await chart(page, 'fairness-1').locator('.dots circle').count()).toBeGreaterThan(0);
    });
  });
  it.each([
    ['Esc', (page: Page) => page.keyboard.press('Escape')],
    ['a double-click', (page: Page) => chart(page, 'capacity-1').dblclick({ position: { x: 20, y: 5 } })],
    ['the button', (page: Page) => page.locator('.selection button').click()],
  ])('is cleared by %s', async (_, clear) => {
    await visit('week', {}, async ({ page }) => {
      await drag(page, chart(page, 'capacity-1'), [0.4, 0.02], [0.6, 0.24]);
      await clear(page);
      expect(await page.locator('.selection').isVisible()).toBe(false);
      expect(await page.locator('tr.selected, .live .range rect').count()).toBe(0);
      await page.waitForFunction(`document.querySelectorAll('svg.marks [opacity="0.22"]').length === 0`);
    });
  });
  it('in a comparison selects scenarios: in every chart, and in the table below', async () => {
    await visit('comparison', {}, async ({ page }) => {
      const area = chart(page, 'frontier-1');
      await drag(page, area, [0.2, 0.01], [0.99, 0.3]);
      const said = await page.locator('.selection').innerText();
      const count = Number(/^(\d+) scenarios? selected/.exec(said)?.[1]);
      expect(count).toBeGreaterThan(0);
      expect(count).toBeLessThan(4);
      expect(await page.locator('#frontier tr.selected').count()).toBe(count);
      expect(await page.locator('.key tr.selected').count()).toBe(count);
    });
  });
  it('that touches nothing stays, and says so', async () => {
    await visit('comparison', {}, async ({ page }) => {
      await drag(page, chart(page, 'frontier-1'), [0.5, 0.85], [0.55, 0.88]);
      expect(await page.locator('.selection').innerText()).toMatch(/^nothing selected in “/);
      expect(await page.locator('.live .range rect').count()).toBeGreaterThan(0);
      expect(await page.locator('tr.selected').count()).toBe(0);
    });
  });
  it('is accessible while it stands', async () => {
    await visit('week', {}, async ({ page }) => {
      await drag(page, chart(page, 'capacity-1'), [0.4, 0.02], [0.6, 0.24]);
      expect(await axeFaults(page)).toEqual([]);
    });
  });
});

describe('without the live drawing', () => {
  it('where scripts are off, the still charts are there and nothing speaks of pointing', async () => {
    await visit('week', { javaScriptEnabled: false }, async ({ page }) => {
      expect(await page.locator('.chart > svg:visible').count()).toBe(await page.locator('figure.chart').count());
      expect(await page.locator('.live, .hint, .selection').count()).toBe(0);
    });
  });
  it('on paper, the still charts are there, and no trace of a selection', async () => {
    await visit('week', { colorScheme: 'dark' }, async ({ page }) => {
      await drag(page, chart(page, 'capacity-1'), [0.4, 0.02], [0.6, 0.24]);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.live:visible, .hint:visible, .selection:visible').count()).toBe(0);
      expect(await page.locator('.chart > svg:visible').count()).toBe(await page.locator('figure.chart').count());
      const colours = await page.evaluate(
        `[...document.querySelectorAll('#capacity tr.selected th')].map((one) => getComputedStyle(one).backgroundColor)`,
      );
      expect(colours).toEqual(['rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0)']);
    });
  });
  it('a script that was tampered with does not run', async () => {
    const run = await tinyRun();
    const html = await renderReport(run, loansPage(run), { interactive: true });
    pages.write('tampered', html.replace('</script>\n</body>', ';document.title="x"</script>\n</body>'));
    const { page } = await pages.open('tampered', {});
    expect(await page.title()).not.toBe('x');
    expect(await page.locator('.chart > svg:visible').count()).toBe(await page.locator('figure.chart').count());
  });
});
