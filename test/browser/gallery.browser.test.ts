import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compared } from '../gallery/accepted.ts';
import { ENTRIES } from '../gallery/entries.ts';
import { page as pageOf } from '../gallery/page.ts';
import { drawn } from '../gallery/pictures.ts';
import { axeFaults, openPages, type Pages, seen } from './offline.ts';

let pages: Pages;
/** A chart of each report: to judge the letters of every picture would take minutes. */
const SOME = new Set([
  ...['waterfall', 'capacity', 'caps', 'weeks-budgets', 'rotation-prime', 'comparison-entities', 'sweep-heat'],
]);

beforeAll(async () => {
  pages = await openPages();
  const pictures = await drawn(ENTRIES);
  const same = new Map(pictures.map(({ name, svg }) => [name, svg]));
  // One picture moved, one new, one gone, and none changed that can be seen.
  const other = new Map(same);
  other.set('capacity.wide', same.get('capacity.wide')!.replaceAll('#2b5d9b', '#c8662b'));
  other.set('caps.narrow', same.get('caps.narrow')!.replace('</svg>', '<g/>\n</svg>'));
  other.set('gone.any', same.get('lorenz.any')!.replaceAll('lorenz', 'gone'));
  other.delete('bars.wide');
  pages.write('same', await pageOf(ENTRIES, compared(pictures, same)));
  pages.write('changed', await pageOf(ENTRIES, compared(pictures, other)));
  const few = ENTRIES.filter(({ chart }) => SOME.has(chart));
  pages.write('few', await pageOf(few, compared(await drawn(few), some(other))));
});

afterAll(async () => await pages?.close());

const some = (pictures: ReadonlyMap<string, string>) =>
  new Map([...pictures].filter(([name]) => [...SOME].some((chart) => name.startsWith(chart))));

/** Opens a page; with everything that it says and asks for. */
const visit = (name: string, width: number, scheme: 'light' | 'dark') => pages.open(name, seen(width, scheme));

describe.each(['same', 'changed'])('the gallery of charts, %s', (name) => {
  it('opens offline without a complaint and asks for nothing', async () => {
    const { faults, requests } = await visit(name, 1280, 'light');
    expect(faults).toEqual([]);
    expect(requests).toHaveLength(1);
  });

  it.each([320, 768, 1280])('does not scroll sideways at %i pixels', async (width) => {
    const { page } = await visit(name, width, 'light');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });
});

describe('the gallery of some charts', () => {
  it.each([
    ['light', 1280],
    ['dark', 360],
  ] as const)('is accessible in the %s at %i pixels', async (scheme, width) => {
    const { page } = await visit('few', width, scheme);
    await page.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = true; })`);
    expect(await axeFaults(page)).toEqual([]);
  });
});

describe('what changed', () => {
  it('stands first, and the difference is seen where there is one', async () => {
    const { page } = await visit('changed', 1280, 'light');
    const order = await page.locator('.change').evaluateAll((all) => all.map(({ id }) => id));
    expect(order).toEqual(['changed-bars-wide', 'changed-capacity-wide', 'changed-caps-narrow', 'changed-gone-any']);
    const colours = async (id: string) => {
      const shot = await page.locator(`#${id} .stack`).screenshot({ type: 'png' });
      return page.evaluate(`(async () => {
        const image = await createImageBitmap(await (await fetch('data:image/png;base64,${shot.toString('base64')}')).blob());
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext('2d');
        context.drawImage(image, 0, 0);
        const pixels = new Uint32Array(context.getImageData(4, 4, image.width - 8, image.height - 8).data.buffer);
        return new Set(pixels).size;
      })()`);
    };
    expect(await colours('changed-caps-narrow')).toBe(1);
    expect(await colours('changed-capacity-wide')).toBeGreaterThan(1);
  });
});

describe('on paper', () => {
  it('shows the rows that the screen folds away, dark on white', async () => {
    const { page } = await visit('same', 700, 'dark');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    expect((await page.locator('#lorenz td').last().boundingBox())?.height ?? 0).toBeGreaterThan(5);
    expect(await page.locator('summary:visible').count()).toBe(0);
  });
});
