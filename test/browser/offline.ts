import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A page that is open, with all that it said and asked for. */
export interface Visit {
  readonly page: Page;
  /** Messages of the console, errors, breaches of the policy, dialogs. */
  readonly faults: readonly string[];
  readonly requests: readonly string[];
}

export type Look = BrowserContextOptions;

/** A look in which a test may run code of its own, which the policy of a page forbids. */
export const seen = (width: number, colorScheme: 'light' | 'dark'): Look => ({
  ...{ viewport: { width, height: 900 }, colorScheme, bypassCSP: true },
});

/** A folder of pages, and a browser that opens them without a network. */
export async function openPages() {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'));
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const fileOf = (name: string) => join(folder, `${name}.html`);
  /** Opens a page; it stays open until the browser is closed. */
  const open = async (name: string, look: Look): Promise<Visit> => {
    const context = await browser.newContext({ offline: true, viewport: { width: 1280, height: 900 }, ...look });
    const page = await context.newPage();
    const faults: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('request', (request) => requests.push(request.url()));
    page.on('dialog', async (dialog) => {
      faults.push(`dialog: ${dialog.message()}`);
      await dialog.dismiss();
    });
    await page.goto(pathToFileURL(fileOf(name)).href);
    return { page, faults, requests };
  };
  return {
    write: (name: string, html: string) => writeFileSync(fileOf(name), html),
    open,
    /** Opens a page until the visitor is done. */
    visit: async (name: string, look: Look, visitor: (visit: Visit) => Promise<void>) => {
      const visit = await open(name, look);
      await visitor(visit);
      await visit.page.context().close();
    },
    close: async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type Pages = Awaited<ReturnType<typeof openPages>>;

/** What axe finds at fault: each rule with the places that break it. */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const { violations } = (await page.evaluate('axe.run()')) as {
    violations: { id: string; nodes: { target: string[] }[] }[];
  };
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}
