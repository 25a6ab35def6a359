import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderComparison } from '../../src/compare/report/report.ts';
import { policies } from '../compare/report/policies.ts';
import { axeFaults, openPages, type Pages, seen } from './offline.ts';

const COUNTS = [2, 4, 20] as const;

let pages: Pages;

beforeAll(async () => {
  pages = await openPages();
  for (const count of COUNTS) pages.write(`${count}`, await renderComparison(await policies(count, true)));
});

afterAll(async () => await pages?.close());

/** Opens a comparison, and gives the visitor its page and what it complained of or asked for. */
const visit = (
  count: number,
  { width, scheme }: { readonly width: number; readonly scheme: 'light' | 'dark' },
  visitor: (page: Page, heard: readonly string[]) => Promise<void>,
) =>
  pages.visit(`${count}`, seen(width, scheme), ({ page, faults, requests }) => visitor(page, [...faults, ...requests]));

describe.each(COUNTS)('a comparison of %i scenarios', (count) => {
  it('opens offline without a complaint and asks for nothing', async () => {
    await visit(count, { width: 1280, scheme: 'light' }, async (_, heard) => expect(heard).toHaveLength(1));
  });

  it.each(['light', 'dark'] as const)('is accessible in the %s', async (scheme) => {
    await visit(count, { width: 1280, scheme }, async (page) => {
      // Twenty times the same folded tables would take a minute to check.
      if (count < 20)
        await page.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = true; })`);
      expect(await axeFaults(page)).toEqual([]);
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
