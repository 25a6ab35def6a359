import { safe } from './html.ts';

/**
 * The Markdown of an essay as HTML: headings, paragraphs, lists, code, bold, italics, and links to the web. Everything
 * else is text, HTML too.
 *
 * @example
 * markdownHtml('# A *week*') // '<h1>A <em>week</em></h1>'
 */
export function markdownHtml(text: string): string {
  const blocks: string[] = [];
  // Fenced code first: within it nothing else means anything.
  for (const [index, part] of text
    .replaceAll('\r\n', '\n')
    .split(/^```.*$/m)
    .entries())
    if (index % 2 === 1) blocks.push(`<pre>${safe(part.replace(/^\n/, ''))}</pre>`);
    else for (const block of part.split(/\n\s*\n/)) if (block.trim() !== '') blocks.push(blockHtml(block.trim()));
  return blocks.join('\n');
}

function blockHtml(block: string): string {
  const [, marks, title] = /^(#{1,6})\s+([^\n]*)/.exec(block) ?? [];
  if (marks && title !== undefined) {
    const level = marks.length;
    const rest = block.slice(block.indexOf('\n') + 1 || block.length).trim();
    return `<h${level}>${inline(title)}</h${level}>${rest === '' ? '' : `\n${blockHtml(rest)}`}`;
  }
  const lines = block.split('\n');
  if (lines.every((line) => /^\s*[-*+]\s/.test(line))) return list('ul', lines, /^\s*[-*+]\s+/);
  if (lines.every((line) => /^\s*\d+[.)]\s/.test(line))) return list('ol', lines, /^\s*\d+[.)]\s+/);
  return `<p>${inline(block)}</p>`;
}

const list = (tag: string, lines: readonly string[], mark: RegExp): string =>
  `<${tag}>${lines.map((line) => `<li>${inline(line.replace(mark, ''))}</li>`).join('')}</${tag}>`;

function inline(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? `<code>${safe(part.slice(1, -1))}</code>` : marked(safe(part))))
    .join('');
}

function marked(text: string): string {
  return text
    .replaceAll(/\[([^\]]+)\]\((https?:[^)\s]+)\)/g, '<a href="$2">$1</a>')
    .replaceAll(/\*\*(.+?)\*\*/gs, '<strong>$1</strong>')
    .replaceAll(/\*(.+?)\*/gs, '<em>$1</em>');
}
