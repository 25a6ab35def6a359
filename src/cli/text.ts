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
