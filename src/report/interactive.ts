import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Refusal } from '../problems/problem.ts';
import { interactiveChart } from './charts/interactive.ts';
import type { InteractiveChart, InteractiveData } from './charts/interactive-data.ts';
import type { Block } from './page.ts';
import { readAsset } from './templates.ts';

// Built by `npm run build`; seen alike from src/report/ and from dist/report/. tsc writes nothing in this folder.
const SCRIPT = new URL('../../dist/report/browser/page.js', import.meta.url);

/**
 * How a report is drawn.
 *
 * @example
 * (await renderReport(run, { interactive: true })).includes('<script') // true
 */
export interface ReportOptions {
  /**
   * Charts answer to mouse and keyboard: what a mark is, and ranges that are selected in all charts and tables. Still
   * one file without network; its one script is inlined, and the page allows no other.
   */
  readonly interactive?: boolean;
}

/** Collects what the charts of an interactive report need, while the report is put together. */
export interface InteractivePage {
  readonly add: (block: Extract<Block, { type: 'chart' }>, id: string) => Promise<void>;
  /** Numbers of the things with these keys, as an attribute holds them. */
  readonly numbers: (keys: readonly string[]) => string;
  readonly data: () => InteractiveData;
}

/** The collector of a report; none where it is a plain one. */
export function interactiveOf({ interactive = false }: ReportOptions): InteractivePage | null {
  if (!interactive) return null;
  const kinds: string[] = [];
  const numbers = new Map<string, number>();
  const things: number[] = [];
  const charts: InteractiveChart[] = [];
  const number = (key: string): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const kind = key.slice(0, key.indexOf(':'));
    if (!kinds.includes(kind)) kinds.push(kind);
    numbers.set(key, things.length);
    return things.push(kinds.indexOf(kind)) - 1;
  };
  return {
    add: async (block, id) => {
      charts.push(await interactiveChart(block, id, number));
    },
    numbers: (keys) => keys.map(number).join(' '),
    data: () => ({ kinds: kinds.map((one) => [one, pluralOf(one)] as const), things, charts }),
  };
}

const pluralOf = (one: string): string => (one.endsWith('y') ? `${one.slice(0, -1)}ies` : `${one}s`);

/** What the templates of an interactive report print: its data, its one script, and the hash that allows it. */
export interface InteractiveView {
  readonly data: string;
  readonly script: string;
  /** As a Content-Security-Policy names it: `'sha256-…'`. */
  readonly hash: string;
}

/** What the style of an interactive report adds to that of a plain one. */
export const interactiveStyle = async (live: InteractivePage | null): Promise<string> =>
  live === null ? '' : await readAsset('interactive.css');

/**
 * What the templates print of an interactive report, once all its charts are collected.
 *
 * @throws Refusal where the script was never built
 */
export async function interactiveView(live: InteractivePage | null): Promise<InteractiveView | null> {
  if (live === null) return null;
  const script = await readScript();
  return { data: scriptJson(live.data()), script, hash: hashOf(script) };
}

async function readScript(): Promise<string> {
  try {
    // A browser reads CR LF as LF before it compares the hash.
    return (await readFile(SCRIPT, 'utf8')).replaceAll('\r\n', '\n');
  } catch {
    throw new Refusal([
      { message: 'the script of interactive reports is not built', maybe: 'Maybe run "npm run build" first.' },
    ]);
  }
}

/**
 * The source expression by which a Content-Security-Policy allows exactly this script.
 *
 * @example
 * hashOf('') // "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
 */
export function hashOf(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}

/**
 * JSON that can stand between script tags: no text in it can end the script, or begin a comment or a tag.
 *
 * @example
 * scriptJson('</script>') // '"\\u003c/script\\u003e"'
 */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
