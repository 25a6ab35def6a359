import { type Block, cells, type Parts, plural, Refusal, visible } from '../index.ts';
import type { Bundle } from './display.ts';
import {
  figureHtml,
  framed,
  headHtml,
  listHtml,
  MOST_ROWS,
  tableHtml,
  textHtml,
  tilesHtml,
  verdictHtml,
} from './html.ts';
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
      if (open.length > 0) bundles.push(output(open));
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
  'text/plain': pieces.map(({ text }) => text).join('\n\n'),
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

/** JupyterLab draws the spec itself; whoever does not, or may not, shows the drawing. */
export async function chartBundle(block: ChartBlock, id: string): Promise<Bundle> {
  const [drawing] = await cells.drawChart(block, id);
  // The classes of a report choose between drawings of two widths; here is one.
  const svg = drawing!.svg.replace(/ class="[^"]*"/, '');
  return {
    'application/vnd.vegalite.v5+json': await cells.chartSpec(block),
    'text/html': framed(figureHtml(svg, block.caption)),
    'text/plain': captionOf(block),
  };
}

const captionOf = ({ caption, data }: ChartBlock): string =>
  `${visible(caption)} (a chart of ${plural(Object.values(data).flat().length, 'row')})`;
