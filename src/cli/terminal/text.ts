/** How many columns a text takes on a terminal, its colours not counted. */
function width(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes begin with an escape character
  return [...text.replace(/\u001b\[\d+m/g, '')].length;
}

/**
 * Rows of cells as lines: columns aligned, two spaces between them.
 *
 * @param right Columns of numbers, set to the right.
 */
export function aligned(rows: readonly (readonly string[])[], right: readonly number[] = []): string[] {
  const columns = rows[0]?.length ?? 0;
  const widths = Array.from({ length: columns }, (_, column) => widest(rows, column));
  return rows.map((row) => {
    const cells = row.map((cell, column) => {
      const space = ' '.repeat(widths[column]! - width(cell));
      return right.includes(column) ? space + cell : cell + space;
    });
    return cells.join('  ').trimEnd();
  });
}

function widest(rows: readonly (readonly string[])[], column: number): number {
  return rows.reduce((most, row) => Math.max(most, width(row[column] ?? '')), 0);
}

/** How wide a text is where nothing is known of the terminal: the width that every terminal has. */
const WIDTH = 80;

/**
 * A sentence as lines of at most 80 columns, broken between words. A word that is longer stands whole on a line.
 *
 * @param indent Stands before every line.
 * @param hanging How much further the second line and those after it begin.
 */
export function wrapped(text: string, indent = '', hanging = ''): string[] {
  const lines: string[] = [];
  let line = indent;
  let bare = true;
  for (const word of text.split(' ')) {
    if (!bare && width(line) + 1 + width(word) > WIDTH) {
      lines.push(line);
      line = indent + hanging;
      bare = true;
    }
    line += bare ? word : ` ${word}`;
    bare = false;
  }
  return [...lines, line];
}

/** A line of a comparison of schedules, broken between words; what follows stands under its words, not under its sort. */
export const diffLine = (line: string): readonly string[] => wrapped(line, '  ', ' '.repeat('dropped  '.length));

/**
 * Rows of cells as lines, columns to the right. Where they are wider than a terminal, the columns that do not fit follow
 * below, each block with the first columns again.
 *
 * @param first How many columns stand in every block: those that say which row it is.
 * @param left Columns of words, set to the left.
 */
export function folded(
  rows: readonly (readonly string[])[],
  first: number,
  indent: string,
  left: readonly number[] = [],
): string[][] {
  const columns = rows[0]?.length ?? 0;
  const taken = (own: readonly number[]) =>
    own.reduce((sum, column) => sum + widest(rows, column) + 2, indent.length - 2);
  const lead = Array.from({ length: Math.min(first, columns) }, (_, column) => column);
  const blocks: number[][] = [[...lead]];
  for (let column = lead.length; column < columns; column++) {
    const block = blocks.at(-1)!;
    if (block.length > lead.length && taken([...block, column]) > WIDTH) blocks.push([...lead, column]);
    else block.push(column);
  }
  return blocks.map((own) => {
    const cells = rows.map((row) => own.map((column) => row[column] ?? ''));
    const right = own.flatMap((column, index) => (left.includes(column) ? [] : [index]));
    return aligned(cells, right).map((line) => indent + line);
  });
}
