import { cleanText } from '../text/clean.ts';
import type { CellReading } from './cells/cell.ts';
import { cut, fileNotes } from './problems.ts';

/** What had to be assumed of the cells of one column, while they are read. */
export interface Assumptions {
  /** Takes note of a cell that could be read in more than one way. */
  readonly count: (text: string, reading: CellReading) => void;
  /** In each way, how many cells, and the first of them. */
  readonly notes: (file: string, column: string) => readonly string[];
}

/**
 * Counts what is assumed of the cells of a column.
 *
 * @example
 * const { count, notes } = assumptions();
 * count('09/22/25', { value: '2025-09-22', assumed: 'read as a year from 2000' });
 * notes('plan.csv', 'start_day') // ['plan.csv, start_day: 1 cell was read as a year from 2000 (09/22/25 is 2025-09-22)']
 */
export function assumptions(): Assumptions {
  const found = new Map<string, { readonly example: string; count: number }>();
  return {
    count: (text, reading) => {
      if (!('assumed' in reading) || reading.assumed === undefined) return;
      const before = found.get(reading.assumed);
      if (before !== undefined) before.count++;
      else found.set(reading.assumed, { count: 1, example: exampleOf(text, reading.value) });
    },
    notes: (file, column) =>
      [...found].map(([how, { count, example }]) => fileNotes.assumed(file, column, count, how, example)),
  };
}

const exampleOf = (text: string, value: unknown): string =>
  cut(cleanText(text), 40) + (typeof value === 'string' ? ` is ${value}` : '');
