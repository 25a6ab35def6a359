import { describe, expect, it } from 'vitest';
import { compared } from './accepted.ts';
import type { Entry } from './entry.ts';
import { page } from './page.ts';
import { drawn } from './pictures.ts';

const EVIL = `<script>alert('1')</script>"><img src=x onerror="alert(1)">&amp;`;

const entryOf = (text: string, value = 1): Entry => ({
  ...{ chart: 'bars', where: text, asks: text },
  cases: [{ name: 'one', caption: text, data: { rows: [{ label: text, value }] } }],
});

async function pageOf(entry: Entry, before: Entry | null = entry): Promise<string> {
  const was = before === null ? [] : (await drawn([before])).map(({ name, svg }) => [name, svg] as const);
  return page([entry], compared(await drawn([entry]), new Map(was)));
}

describe('the page of charts', () => {
  it('escapes whatever stands in rows, captions and texts', async () => {
    const html = await pageOf(entryOf(EVIL), entryOf('tame'));
    expect(html).not.toMatch(/<(?:script|img)\b/);
    expect(html.match(/&(?:lt|#60);script/g)?.length).toBeGreaterThan(5);
  });

  it('has no script, no address and no handler', async () => {
    const html = await pageOf(entryOf('a'), entryOf('a', 2));
    expect(html).not.toMatch(/<script|\son\w+=|<link|@import|url\((?!#)/);
    expect(html.match(/(?:src|href)="(?!#)[^"]*"/g)).toBeNull();
  });

  it('shows each chart with its file, its question, its pictures and its rows', async () => {
    const html = await pageOf(entryOf('Škoda', 0.123456));
    expect(html).toContain('<code>reports/charts/bars.vl.json</code>');
    expect(html).toContain('<summary>The rows: 1</summary>');
    expect(html).toContain('<td class="right">0.123456</td>');
    expect(html.match(/<svg/g)).toHaveLength(2);
    expect(html).toContain('Every picture is the one that was accepted.');
    expect(html).not.toContain('id="changed"');
  });

  it('lays what changed beside what was accepted, before all else', async () => {
    const html = await pageOf(entryOf('a', 1), entryOf('b', 1));
    expect(html).toContain('2 pictures are not what was accepted');
    expect(html.indexOf('id="changed-bars-one-wide"')).toBeLessThan(html.indexOf('<section class="chapter" id="bars"'));
    expect(html.match(/<figcaption>(?:Accepted|Now|What differs)</g)).toHaveLength(6);
  });

  it('shows a new picture without one to compare', async () => {
    const html = await pageOf(entryOf('a'), null);
    expect(html).toContain('<span class="state">new</span>');
    expect(html).not.toContain('What differs');
  });

  it('has no id twice', async () => {
    const ids = [...(await pageOf(entryOf('a', 1), entryOf('a', 2))).matchAll(/ id="([^"]+)"/g)].map((one) => one[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
