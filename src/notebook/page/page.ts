import { Refusal, visible } from '../../index.ts';
import { safe } from './html.ts';
import { markdownHtml } from './markdown.ts';

interface Cell {
  readonly cell_type?: unknown;
  readonly source?: unknown;
  readonly outputs?: unknown;
}

interface Output {
  readonly output_type?: unknown;
  readonly name?: unknown;
  readonly text?: unknown;
  readonly ename?: unknown;
  readonly evalue?: unknown;
  readonly traceback?: unknown;
  readonly data?: Readonly<Record<string, unknown>>;
}

// No script and no network, whatever an output holds.
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'";

const LOOK = `body{margin:0 auto;padding:32px 20px 60px;max-width:900px;background:#fff;color:#1d2430;font:16px/1.55 "Avenir Next","Segoe UI","Helvetica Neue",Arial,sans-serif}
h1{font-size:32px;line-height:1.2}h2{margin-top:1.8em;font-size:23px}p{max-width:70ch}svg{max-width:100%;height:auto}
pre{overflow-x:auto;font:13px/1.5 ui-monospace,Menlo,Consolas,monospace}.failed{padding:10px 14px;border-left:4px solid #b3261e;white-space:pre-wrap}.output{overflow-x:auto}.output .evenhand{font-family:inherit}
@media screen and (max-width:600px){.output svg{max-width:none!important}}
@media print{h2,h4{break-after:avoid}svg,table{break-inside:avoid}}`;

/**
 * A notebook as a page for people who decide: essays and outputs, the code left out. One file without scripts or
 * network.
 *
 * @param text The text of an .ipynb file that has been executed.
 * @param file What it is called in problems.
 * @throws Refusal where it is no notebook, or has no outputs to show.
 * @example
 * const outputs = [{ output_type: 'stream', name: 'stdout', text: ['12 spots'] }];
 * const cells = [{ cell_type: 'markdown', source: '# An evening' }, { cell_type: 'code', source: 'run()', outputs }];
 * const page = notebookPage(JSON.stringify({ cells }), 'evening.ipynb');
 * ['<h1>An evening</h1>', '<pre>12 spots</pre>', 'run()'].map((part) => page.includes(part)) // [true, true, false]
 */
export function notebookPage(text: string, file: string): string {
  const cells = cellsOf(text, file);
  const body = cells.map(({ cell_type: type, source, outputs }) => {
    if (type === 'markdown') return markdownHtml(joined(source));
    return type === 'code' && Array.isArray(outputs) ? (outputs as readonly Output[]).map(outputHtml).join('\n') : '';
  });
  const title = /^#\s+(.+)$/m.exec(cells.map(({ source }) => joined(source)).join('\n'))?.[1] ?? file;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${safe(visible(title))}</title>
<style>
${LOOK}
</style>
</head>
<body>
<main>
${body.filter((part) => part !== '').join('\n')}
</main>
</body>
</html>
`;
}

function cellsOf(text: string, file: string): readonly Cell[] {
  const refuse = (message: string, maybe: string) => new Refusal([{ message, place: { file }, maybe }]);
  let book: { readonly cells?: unknown } | null;
  try {
    book = JSON.parse(text) as typeof book;
  } catch {
    throw refuse('is no notebook: not JSON', 'Maybe a file that ends in .ipynb.');
  }
  if (!Array.isArray(book?.cells)) throw refuse('is no notebook: it has no cells', 'Maybe a file that ends in .ipynb.');
  const cells = book.cells as readonly Cell[];
  if (!cells.some(({ outputs }) => Array.isArray(outputs) && outputs.length > 0))
    throw refuse('has no outputs to show', 'Maybe execute it first: notebooks/run --update FILE.');
  return cells;
}

/** The codes by which a notebook colours the trace of an error. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes begin with an escape character
const COLOURS = /\u001b\[[0-9;]*m/g;

/** What went wrong in a cell, in its place: a page that leaves it out looks finished. */
function errorHtml({ ename, evalue, traceback }: Output): string {
  const lines = Array.isArray(traceback) ? traceback : [];
  const said = [ename, evalue]
    .map(joined)
    .filter((part) => part !== '')
    .join(': ');
  const text = said === '' ? lines.join('\n') : said;
  const plain = text.replace(COLOURS, '').split('\n').map(visible).join('\n');
  return `<pre class="failed">This cell failed: ${safe(plain)}</pre>`;
}

/** Drawings before HTML before text; a chart's spec needs a script and is left out. */
function outputHtml(output: Output): string {
  const { output_type: type, name, text, data = {} } = output;
  if (type === 'stream') return name === 'stderr' ? '' : `<pre>${safe(joined(text))}</pre>`;
  if (type === 'error') return errorHtml(output);
  if (type !== 'display_data' && type !== 'execute_result') return '';
  for (const form of ['image/svg+xml', 'text/html'])
    if (data[form] !== undefined) return `<div class="output">${joined(data[form])}</div>`;
  return data['text/plain'] === undefined ? '' : `<pre>${safe(joined(data['text/plain']))}</pre>`;
}

/** A notebook writes a text as one string or as its lines. */
const joined = (source: unknown): string => (Array.isArray(source) ? source.join('') : String(source ?? ''));
