import type { Highs } from './highs.ts';
import { mostOf, scoreOf, visitGroups } from './members.ts';
import type { Model } from './model.ts';
import type { Rows } from './rows.ts';

/** The order of the columns in the solver. */
export interface Layout {
  readonly auxiliary: number;
  readonly steps: number;
  readonly artificial: readonly { readonly row: number; readonly sign: 1 | -1 }[];
  /** Column of the first candidate. */
  readonly first: number;
}

/** Where columns stand: auxiliary ones, then steps, then artificial ones, then candidates as they come. */
export function layOut(model: Model, rows: Rows): Layout {
  const raise = new Float64Array(rows.count);
  const lower = new Float64Array(rows.count);
  for (const step of rows.steps) (step.sign > 0 ? raise : lower)[step.row]! += step.width;
  const artificial: { row: number; sign: 1 | -1 }[] = [];
  for (let row = 0; row < rows.count; row++) {
    if (rows.lower[row]! > raise[row]!) artificial.push({ row, sign: 1 });
    else if (rows.upper[row]! < -lower[row]!) artificial.push({ row, sign: -1 });
  }
  const auxiliary = model.auxiliary?.count ?? 0;
  return { auxiliary, steps: rows.steps.length, artificial, first: auxiliary + rows.steps.length + artificial.length };
}

/** The program before any candidate: its rows, and the columns that are always there. */
export function emptyProgram(highs: Highs, model: Model, rows: Rows, layout: Layout) {
  const cost: number[] = [];
  const upper: number[] = [];
  const starts: number[] = [0];
  const indices: number[] = [];
  const values: number[] = [];
  const close = () => starts.push(indices.length);
  const enter = (row: number, value: number) => {
    indices.push(row);
    values.push(value);
  };
  for (let k = 0; k < layout.auxiliary; k++) {
    const column = model.candidates + k;
    cost.push(scoreOf(model, column) / model.unit);
    upper.push(mostOf(model, column));
    eachEntry(model, rows, column, enter);
    close();
  }
  for (const step of rows.steps) {
    cost.push(-step.price / model.unit);
    upper.push(step.width);
    enter(step.row, step.sign);
    close();
  }
  for (const { row, sign } of layout.artificial) {
    cost.push(0);
    upper.push(0);
    enter(row, sign);
    close();
  }
  return {
    numCols: layout.first,
    numRows: rows.count,
    sense: highs.constants.objectiveSense.maximize,
    offset: -rows.offset / model.unit,
    colCost: cost,
    colLower: new Float64Array(layout.first),
    colUpper: upper,
    rowLower: rows.lower,
    rowUpper: rows.upper,
    matrix: { format: 'csc' as const, numRows: rows.count, numCols: layout.first, starts, indices, values },
  };
}

/** The entries of a column in the rows. */
function eachEntry(model: Model, rows: Rows, column: number, enter: (row: number, value: number) => void): void {
  model.limits.forEach((limits, index) => {
    const { row, divisor } = rows.of[index]!;
    visitGroups(limits, column, (group, use) => {
      if (row[group]! >= 0 && use !== 0) enter(row[group]!, use / divisor[group]!);
    });
  });
}

/** Columns for candidates that join the program. */
export function columnsFor(
  model: Model,
  rows: Rows,
  candidates: readonly number[],
  cost: (candidate: number) => number,
) {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const candidate of candidates) {
    eachEntry(model, rows, candidate, (row, value) => {
      indices.push(row);
      values.push(value);
    });
    starts.push(indices.length);
  }
  const count = candidates.length;
  return {
    cost: Float64Array.from(candidates, cost),
    lower: new Float64Array(count),
    upper: new Float64Array(count).fill(1),
    matrix: {
      format: 'csc' as const,
      numRows: rows.count,
      numCols: count,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  };
}
