import { type Chart, drawChart } from '../../src/report/charts/draw.ts';
import type { Case, Entry } from './entry.ts';

/** One drawing of one case of one chart. */
export interface Picture {
  /** `capacity.wide`, `capacity-closed.narrow`, `lorenz.any`: the accepted one is the file of this name. */
  readonly name: string;
  readonly chart: string;
  readonly svg: string;
}

/** What a case of a chart is called: `capacity`, `capacity-closed`. */
export const caseName = ({ chart }: Entry, { name }: Case): string => (name === undefined ? chart : `${chart}-${name}`);

/** The pictures of some entries, drawn by the code that draws those of reports. */
export async function drawn(entries: readonly Entry[], warn?: (text: string) => void): Promise<readonly Picture[]> {
  const pictures: Picture[] = [];
  for (const entry of entries) for (const one of entry.cases) pictures.push(...(await drawnCase(entry, one, warn)));
  return pictures;
}

async function drawnCase(entry: Entry, one: Case, warn?: (text: string) => void): Promise<readonly Picture[]> {
  const { chart } = entry;
  const name = caseName(entry, one);
  const { caption, data, titles } = one;
  const asked: Chart = { chart, caption, data, ...(titles !== undefined && { titles }) };
  const drawings = await drawChart(asked, name, (text) => warn?.(`${name}: ${text}`));
  return drawings.map(({ size, svg }) => ({ name: `${name}.${size}`, chart, svg: standing(svg) }));
}

/**
 * A drawing as a file of its own, a tag a line, so that a difference in git is the mark that differs. What a page around
 * it would say, it says itself: the name space, the kind of letters, the paper.
 */
export function standing(svg: string): string {
  const own = svg
    .replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" font-family="sans-serif" ')
    .replace(/(<svg [^>]*style=")/, '$1background:#fdfcf9;');
  // A line break between <text> and </text> would be a blank in the picture.
  return `${own.replaceAll(/>(?=<(?!\/text>|\/title>))/g, '>\n')}\n`;
}

/** The same picture with other ids, for a page that holds it more than once. */
export function renamed(svg: string, prefix: string): string {
  return svg.replaceAll(/<[^>]+>/g, (tag) =>
    tag
      .replaceAll(/ (id|aria-labelledby)="([^"]+)"/g, ` $1="${prefix}-$2"`)
      .replaceAll(/url\(#([^)]+)\)/g, `url(#${prefix}-$1)`),
  );
}
