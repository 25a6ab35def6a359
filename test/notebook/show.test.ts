import { inspect } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Parts, ResultTable } from '../../src/main.ts';
import { type Bundle, DENO_DISPLAY, display } from '../../src/notebook/display/display.ts';
import { tableHtml, tilesHtml } from '../../src/notebook/page/html.ts';
import { markdownHtml } from '../../src/notebook/page/markdown.ts';
import { type Shown, shown } from '../../src/notebook/show.ts';

const caps: ResultTable = {
  columns: [
    { name: 'partner', type: 'text', label: 'Partner' },
    { name: 'spent', type: 'money', label: 'Spent' },
  ],
  rows: [
    ['<i>Ann</i>', 123400],
    ['Bo', null],
  ],
};

const parts: Parts = {
  title: 'Tiny week',
  headline: 'Proven optimal',
  detail: 'Nothing nets more.',
  tone: 'good',
  tiles: [{ label: 'Loans', value: '2', note: 'of 2' }],
  sections: [
    {
      id: 'caps',
      title: 'Caps',
      lead: 'None is passed.',
      blocks: [
        { type: 'table', caption: 'All caps', table: caps },
        { type: 'chart', chart: 'bars', caption: 'Loans by make', data: { rows: [{ label: 'Volvo', value: 2 }] } },
      ],
    },
  ],
};

const result = (): { readonly status: string; readonly tables: { readonly caps: ResultTable } } & Shown =>
  shown({ status: 'optimal', tables: { caps } }, { parts: () => parts, key: 'k' });

const surroundings = globalThis as { __tslab__?: object; Deno?: object };

afterEach(() => {
  delete surroundings.__tslab__;
  delete surroundings.Deno;
  vi.restoreAllMocks();
});

/** Stands in for tslab's kernel as its public interface is: one form at a time. */
function inTslab(): [string, string][] {
  const seen: [string, string][] = [];
  surroundings.__tslab__ = {
    require: () => ({ display: { raw: (type: string, content: string) => seen.push([type, content]) } }),
  };
  return seen;
}

/** Stands in for Deno's kernel: what it is given waits in a queue, from which a turn of the event loop sends one. */
function inDeno(): Bundle[] {
  const sent: Bundle[] = [];
  const queue: Bundle[] = [];
  const send = () => {
    sent.push(queue.shift()!);
    if (queue.length > 0) setTimeout(send, 10);
  };
  const display = async (value: { readonly [DENO_DISPLAY]: () => Bundle }) => {
    queue.push(value[DENO_DISPLAY]());
    if (queue.length === 1) setTimeout(send, 10);
  };
  surroundings.Deno = { jupyter: { display } };
  return sent;
}

describe('a result', () => {
  it('is its data and nothing else where it is copied or written', () => {
    expect(JSON.parse(JSON.stringify(result()))).toEqual({ status: 'optimal', tables: { caps } });
    expect(Object.keys(result())).toEqual(['status', 'tables']);
  });

  it('is one line where it is logged', () => {
    expect(inspect(result())).toBe('Tiny week: Proven optimal. await ….show() shows it.');
  });

  it('gives the rows of a table exact', () => {
    expect(result().rows('caps')).toEqual([
      { partner: '<i>Ann</i>', spent: 123400 },
      { partner: 'Bo', spent: null },
    ]);
  });

  it('refuses a table and a part that there is none of, and names those that there are', async () => {
    expect(() => result().rows('__proto__')).toThrow('no table "__proto__" here\nMaybe one of: caps.');
    await expect(result().show('cap')).rejects.toThrow('Maybe one of: verdict, tiles, caps.');
  });

  it('says how to install danfojs where it is absent', async () => {
    await expect(result().toDanfo('caps')).rejects.toThrow(
      /danfojs is not installed[\s\S]*Maybe "npm --prefix notebooks ci"/,
    );
  });
});

describe('showing', () => {
  it('prints text in a plain process, all parts where none is named', async () => {
    const lines: string[] = [];
    vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
    await result().show();
    expect(lines).toEqual([
      'Proven optimal: Nothing nets more.',
      'Loans: 2 (of 2)',
      'Caps: None is passed.\n\nAll caps\nPartner      Spent\n<i>Ann</i>  $1,234\nBo               –\n\nLoans by make (a chart of 1 row)',
    ]);
  });

  it('draws in tslab, in the order asked for', async () => {
    const seen = inTslab();
    await result().show('caps', 'verdict');
    expect(seen.map(([type]) => type)).toEqual(['text/html', 'image/svg+xml', 'text/html']);
    expect(seen[0]![1]).toContain('&#60;i&#62;Ann');
    expect(seen[0]![1]).not.toContain('<i>Ann');
    expect(seen[1]![1]).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  });

  it('hands Deno all forms at once, the chart as Vega-Lite too', async () => {
    const sent = inDeno();
    await result().show('caps');
    expect(Object.keys(sent[1]!)).toEqual(['application/vnd.vegalite.v5+json', 'image/svg+xml', 'text/plain']);
    expect(sent[1]!['application/vnd.vegalite.v5+json']).toMatchObject({
      $schema: 'https://vega.github.io/schema/vega-lite/v5.json',
      datasets: { rows: [{ label: 'Volvo', value: 2 }] },
    });
  });

  it('is done in Deno when its kernel has sent everything, not when it has taken it', async () => {
    const sent = inDeno();
    await result().show();
    expect(sent.map((bundle) => bundle['text/plain'].split('\n')[0])).toEqual([
      'Proven optimal: Nothing nets more.',
      'Loans: 2 (of 2)',
      'Caps: None is passed.',
      'Loans by make (a chart of 1 row)',
    ]);
  });

  it('prints text in Deno where there is no notebook, though asking for its kernel throws there', async () => {
    surroundings.Deno = {
      get jupyter(): never {
        throw new Error('Deno.jupyter is only available in `deno jupyter` subcommand');
      },
    };
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    await result().show('verdict');
    expect(log.mock.calls).toEqual([['Proven optimal: Nothing nets more.']]);
  });

  it('takes the richest form that one alone can be', async () => {
    const seen = inTslab();
    await display([{ 'text/plain': 'x' }]);
    expect(seen).toEqual([['text/plain', 'x']]);
  });
});

describe('HTML of an output', () => {
  it('takes nothing of data for a tag', () => {
    expect(tilesHtml([{ label: '<b>', value: '"', note: "'" }])).toContain('&#60;b&#62;');
    expect(tableHtml(caps, '<script>')).not.toContain('<script>');
  });

  it('shows the first rows and says how many there are beside them', () => {
    expect(tableHtml(caps, 'All', 1)).toContain('… and 1 more rows');
  });

  it('is safe in essays: links to the web alone, no tags', () => {
    expect(markdownHtml('[a](javascript:x) [b](https://b.org) <img>')).toBe(
      '<p>[a](javascript:x) <a href="https://b.org">b</a> &#60;img&#62;</p>',
    );
    expect(markdownHtml('```ts\n**x**\n```')).toBe('<pre>**x**\n</pre>');
    expect(markdownHtml('- a\n- b')).toBe('<ul><li>a</li><li>b</li></ul>');
  });
});
