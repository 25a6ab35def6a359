import { type Block, chartSpec, drawChart, type Parts, plural, Refusal, visible } from '../../index.ts';
import {
  captionHtml,
  framed,
  headHtml,
  listHtml,
  MOST_ROWS,
  tableHtml,
  textHtml,
  tilesHtml,
  verdictHtml,
} from '../page/html.ts';
import type { Bundle } from './display.ts';
import { tableText, tilesText } from './plain.ts';

/** The names that `show` takes: the verdict, the tiles, and each section by its id. */
export function partsOf({ tiles, sections }: Parts): readonly string[] {
  return ['verdict', ...(tiles.length > 0 ? ['tiles'] : []), ...sections.map(({ id }) => id)];
}

/**
 * What a result shows, output by output, in the order asked for; all of it where nothing is said.
 *
 * @param key Makes the ids within drawings unique in a notebook.
 * @param drawn Without, charts stand as their captions.
 * @throws Refusal where there is no such part.
 */
export async function bundlesOf(
  parts: Parts,
  asked: readonly string[],
  key: string,
  drawn: boolean,
): Promise<readonly Bundle[]> {
  const known = partsOf(parts);
  const strange = asked.filter((name) => !known.includes(name));
  if (strange.length > 0)
    throw new Refusal(
      strange.map((name) => ({ message: `no part "${name}" to show`, maybe: `Maybe one of: ${known.join(', ')}.` })),
    );
  const bundles: Bundle[] = [];
  for (const name of asked.length > 0 ? asked : known) bundles.push(...(await partBundles(parts, name, key, drawn)));
  return bundles;
}

async function partBundles(parts: Parts, name: string, key: string, drawn: boolean): Promise<readonly Bundle[]> {
  const { headline, detail, tone, tiles, sections } = parts;
  if (name === 'verdict')
    return [output([{ html: verdictHtml(tone, headline, detail), text: said(headline, detail) }])];
  if (name === 'tiles') return [output([{ html: tilesHtml(tiles), text: tilesText(tiles) }])];
  const { title, lead, blocks } = sections.find(({ id }) => id === name)!;
  const bundles: Bundle[] = [];
  let open: Piece[] = [{ html: headHtml({ title, lead }), text: said(title, lead) }];
  for (const [index, block] of blocks.entries()) {
    if (block.type !== 'chart') open.push(pieceOf(block));
    else if (!drawn) open.push({ html: '', text: captionOf(block) });
    else {
      bundles.push(output([...open, captionPiece(block.caption)]));
      open = [];
      bundles.push(await chartBundle(block, `${key}-${name}-${index + 1}`));
    }
  }
  return open.length > 0 ? [...bundles, output(open)] : bundles;
}

/** What stands between two charts is one output. */
interface Piece {
  readonly html: string;
  readonly text: string;
}

const output = (pieces: readonly Piece[]): Bundle => ({
  'text/html': framed(pieces.map(({ html }) => html).join('')),
  'text/plain': pieces.flatMap(({ text }) => (text === '' ? [] : [text])).join('\n\n'),
});

const said = (title: string, rest: string): string => visible(rest === '' ? title : `${title}: ${rest}`);

type ChartBlock = Extract<Block, { type: 'chart' }>;

function pieceOf(block: Exclude<Block, ChartBlock>): Piece {
  switch (block.type) {
    case 'text':
      return { html: textHtml(block.text), text: visible(block.text) };
    case 'list':
      return { html: listHtml(block.items), text: block.items.map((item) => `- ${visible(item)}`).join('\n') };
    case 'table': {
      const { table, caption, limit = MOST_ROWS } = block;
      const most = Math.min(limit, MOST_ROWS);
      return { html: tableHtml(table, caption, most), text: tableText(table, caption, most) };
    }
  }
}

/** The caption of the chart that is the next output; the chart's own text has it. */
const captionPiece = (caption: string): Piece => ({ html: captionHtml(caption), text: '' });

/**
 * JupyterLab draws the spec; whatever does not shows the drawing. There is no HTML among the forms: it would be
 * preferred to the spec, and a notebook that is not trusted strips every drawing from it.
 */
async function chartBundle(block: ChartBlock, id: string): Promise<Bundle> {
  const [drawing] = await drawChart(block, id);
  // The classes of a report choose between drawings of two widths; here is one.
  const svg = standingAlone(drawing!.svg);
  return {
    'application/vnd.vegalite.v5+json': await chartSpec(block),
    'image/svg+xml': svg,
    'text/plain': captionOf(block),
  };
}

/** A drawing of a report, which its page sizes and names a font for, as a picture of its own. */
function standingAlone(svg: string): string {
  const [, , width, height] = /viewBox="([^"]+)"/.exec(svg)?.[1]?.split(' ') ?? [];
  const head = `<svg xmlns="http://www.w3.org/2000/svg" font-family="sans-serif" width="${width}" height="${height}"`;
  return svg
    .replace(/^<svg class="[^"]*"/, head)
    .replace(/style="max-width:[^"]*"/, 'style="max-width:100%;height:auto"');
}

/** A chart by itself: its caption, then its drawing. */
export async function chartBundles(block: ChartBlock, id: string): Promise<readonly Bundle[]> {
  return [output([{ ...captionPiece(block.caption), text: visible(block.caption) }]), await chartBundle(block, id)];
}

const captionOf = ({ caption, data }: ChartBlock): string =>
  `${visible(caption)} (a chart of ${plural(Object.values(data).flat().length, 'row')})`;
