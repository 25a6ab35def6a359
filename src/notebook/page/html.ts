import { cellText, type ResultTable, type Section, type Tile } from '../../index.ts';
import { STYLE } from './style.ts';

// Characters: what is longer is read as a sentence, and may take several lines.
const SENTENCE = 60;

/** How many rows of a table an output shows; the rest is a `rows()` away. */
export const MOST_ROWS = 12;

/** A piece of HTML in the look of an output. Two sums of dollars are no formula. */
export const framed = (html: string): string => `${STYLE}<div class="evenhand mathjax_ignore">${html}</div>`;

// In the tag: notebooks have rules of their own for tables, and drop the style of one that is not trusted.
const LEFT = 'style="text-align:left"';
const RIGHT = 'style="text-align:right"';

/** The verdict on a result, coloured by its tone. */
export const verdictHtml = (tone: string, headline: string, detail: string): string =>
  `<div class="verdict ${safe(tone)}"><b>${safe(headline)}</b>${detail === '' ? '' : `<br>${safe(detail)}`}</div>`;

/** The first numbers of a result. */
export function tilesHtml(tiles: readonly Tile[]): string {
  const each = tiles.map(
    ({ label, value, note = '', tone = 'plain' }) =>
      `<td class="tile ${safe(tone)}" ${LEFT}><small>${safe(label)}</small><br><b>${safe(value)}</b><br><small>${safe(note)}</small></td>`,
  );
  const half = Math.ceil(each.length / 2);
  const lines = each.length > 5 ? [each.slice(0, half), each.slice(half)] : [each];
  return `<table class="tiles"><tbody>${lines.map((line) => `<tr>${line.join('')}</tr>`).join('')}</tbody></table>`;
}

/** What a section says before its pictures. */
export const headHtml = ({ title, lead }: Pick<Section, 'title' | 'lead'>): string =>
  `<h4>${safe(title)}</h4>${lead === '' ? '' : `<p>${safe(lead)}</p>`}`;

/** A paragraph. */
export const textHtml = (text: string): string => `<p>${safe(text)}</p>`;

/** A list of sentences. */
export const listHtml = (items: readonly string[]): string =>
  `<ul>${items.map((item) => `<li>${safe(item)}</li>`).join('')}</ul>`;

/** The first rows of a table. */
export function tableHtml({ columns, rows }: ResultTable, caption: string, most = MOST_ROWS): string {
  const side = columns.map(({ type }) => (type === 'text' || type === 'date' ? LEFT : RIGHT));
  const head = columns.map(({ label }, index) => `<th ${side[index]}>${safe(label)}</th>`).join('');
  const body = rows.slice(0, most).map((row) => {
    const cells = row.map((cell, index) => {
      const text = cellText(cell, columns[index]!.type);
      return `<td${text.length > SENTENCE ? ' class="long"' : ''} ${side[index]}>${safe(text)}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const left = rows.length - body.length;
  const more = left > 0 ? `<small>… and ${left} more rows</small>` : '';
  return `<table><caption ${LEFT}>${safe(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>${more}`;
}

/** What stands above a chart. */
export const captionHtml = (caption: string): string => `<p><small><b>${safe(caption)}</b></small></p>`;

/** Text from data, of which nothing is taken for HTML. */
export function safe(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
