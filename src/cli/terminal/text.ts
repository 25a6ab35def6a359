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
 * @param most How many columns there are.
 */
export function wrapped(text: string, indent = '', hanging = '', most = WIDTH): string[] {
  const lines: string[] = [];
  let line = indent;
  let bare = true;
  for (const word of text.split(' ')) {
    if (!bare && width(line) + 1 + width(word) > most) {
      lines.push(line);
      line = indent + hanging;
      bare = true;
    }
    line += bare ? word : ` ${word}`;
    bare = false;
  }
  return [...lines, line];
}

/** How a table is folded. */
export interface Fold {
  /** How many columns stand in every block: those that say which row it is. */
  readonly first: number;
  /** Stands before every line. */
  readonly indent: string;
  /** Columns of text, set to the left; all others are set to the right. */
  readonly left?: readonly number[];
  /** How many columns the terminal has. */
  readonly most?: number;
}

/** A line of a comparison of schedules, broken between words; what follows stands under its words, not under its sort. */
export const diffLine = (line: string): readonly string[] => wrapped(line, '  ', ' '.repeat('dropped  '.length));

/**
 * Rows of cells as lines. Where they are wider than a terminal, the columns that do not fit follow below, each block
 * with the first columns again.
 */
export function folded(
  rows: readonly (readonly string[])[],
  { first, indent, left = [], most = WIDTH }: Fold,
): string[][] {
  const columns = rows[0]?.length ?? 0;
  const taken = (own: readonly number[]) =>
    own.reduce((sum, column) => sum + widest(rows, column) + 2, indent.length - 2);
  const lead = Array.from({ length: Math.min(first, columns) }, (_, column) => column);
  const blocks: number[][] = [[...lead]];
  for (let column = lead.length; column < columns; column++) {
    const block = blocks.at(-1)!;
    if (block.length > lead.length && taken([...block, column]) > most) blocks.push([...lead, column]);
    else block.push(column);
  }
  return blocks.map((own) => {
    const cells = rows.map((row) => own.map((column) => row[column] ?? ''));
    return aligned(
      cells,
      own.flatMap((column, index) => (left.includes(column) ? [] : [index])),
    ).map((line) => indent + line);
  });
}

/** A table whose width is not known beforehand: a name in the first column, and what is said of it in the others. */
export interface TerminalTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns of numbers, set to the right. */
  readonly right?: readonly number[];
}

/**
 * A table as lines of a terminal so wide. Where it is wider, columns in which all rows say the same become one line
 * below it; what is still too wide stands in blocks, each with the names again, or as a list, row by row.
 */
export function fitted({ head, rows, right = [] }: TerminalTable, columns: number): readonly string[] {
  const fits = (lines: readonly string[]) => lines.every((line) => width(line) <= columns);
  const whole = aligned([head, ...rows], right);
  if (fits(whole)) return whole;
  const constant = (at: number) => at > 0 && rows.length > 1 && rows.every((row) => row[at] === rows[0]![at]);
  const kept = head.flatMap((_, at) => (constant(at) ? [] : [at]));
  const same = head.flatMap((label, at) => (constant(at) ? [`${label} ${rows[0]![at]}`.trim()] : []));
  const below = same.length === 0 ? [] : ['', ...wrapped(`the same in all: ${same.join(', ')}`, '', '  ', columns)];
  const cut = (row: readonly string[]) => kept.map((at) => row[at] ?? '');
  const numbers = kept.flatMap((at, index) => (right.includes(at) ? [index] : []));
  const texts = kept.flatMap((at, index) => (right.includes(at) ? [] : [index]));
  const narrow = aligned([cut(head), ...rows.map(cut)], numbers);
  if (fits(narrow)) return [...narrow, ...below];
  const blocks = folded([cut(head), ...rows.map(cut)], { first: 1, indent: '', left: texts, most: columns });
  const roomy = widest([cut(head), ...rows.map(cut)], 0) <= columns / 3;
  if (roomy && fits(blocks.flat()))
    return [...blocks.flatMap((lines, at) => (at > 0 ? ['', ...lines] : lines)), ...below];
  return [...rows.flatMap((row, at) => [...(at > 0 ? [''] : []), ...listed(cut(head), cut(row), columns)]), ...below];
}

/** One row as a list: its name, and a line for each of its other cells. */
function listed(head: readonly string[], row: readonly string[], columns: number): readonly string[] {
  const labels = head.slice(1).map((label) => label.trim());
  const indent = Math.max(0, ...labels.map(width)) + 4;
  const lines = labels.flatMap((label, at) => {
    const text = row[at + 1] ?? '';
    if (text === '') return [];
    const start = `  ${label}${' '.repeat(indent - 2 - width(label))}`;
    if (text.includes('\u001b') || width(start + text) <= columns) return [start + text];
    const [first = '', ...others] = wrapped(text, ' '.repeat(indent), '', columns);
    const beside = [start + first.slice(indent), ...others];
    const fits = beside.every((line) => width(line) <= columns);
    return fits ? beside : [`  ${label}`, ...wrapped(text, '    ', '', columns)];
  });
  return [(row[0] ?? '').trim(), ...lines];
}

/** Pairs as aligned lines; where these are wider than the terminal, the second of each stands below the first. */
export function paired(rows: readonly (readonly string[])[], columns: number): readonly string[] {
  const lines = aligned(rows);
  if (lines.every((line) => width(line) <= columns)) return lines;
  return rows.flatMap(([first = '', ...others]) => [first, ...others.map((text) => `  ${text}`)]);
}
