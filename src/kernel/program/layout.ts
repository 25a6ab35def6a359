import { mostOf, scoreOf, visitGroups } from '../members.ts';
import type { Compiled } from './compile.ts';

/**
 * The order of the columns in the solver: auxiliary columns first, then steps, then artificial columns, then the
 * candidates in the order in which they join.
 *
 * An artificial column stands in for candidates in a row that choosing nothing would break: "at least 1" has one. It is
 * fixed at zero, except while the question is whether the hard limits can be met at all.
 */
export interface Layout {
  /** How many auxiliary columns there are. */
  readonly auxiliary: number;
  /** How many steps there are. */
  readonly steps: number;
  readonly artificial: readonly { readonly row: number; readonly sign: 1 | -1 }[];
  /** Column of the first candidate. */
  readonly first: number;
}

/** The layout of a model's columns. A row has an artificial column where its own steps cannot meet it. */
export function layoutOf({ model, rows }: Compiled): Layout {
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
export function emptyProgram(compiled: Compiled, layout: Layout) {
  const { model, rows } = compiled;
  const unit = model.unit * compiled.scale;
  const cost: number[] = [];
  const upper: number[] = [];
  const matrix = sparseColumns();
  for (let k = 0; k < layout.auxiliary; k++) {
    const column = model.candidates + k;
    cost.push(scoreOf(model, column) / unit);
    upper.push(mostOf(model, column));
    visitEntries(compiled, column, matrix.enter);
    matrix.close();
  }
  for (const step of rows.steps) {
    cost.push(-step.price / unit);
    upper.push(step.width);
    matrix.enter(step.row, step.sign);
    matrix.close();
  }
  for (const { row, sign } of layout.artificial) {
    cost.push(0);
    upper.push(0);
    matrix.enter(row, sign);
    matrix.close();
  }
  return {
    numCols: layout.first,
    numRows: rows.count,
    offset: -rows.offset / unit,
    colCost: cost,
    colLower: new Float64Array(layout.first),
    colUpper: upper,
    rowLower: rows.lower,
    rowUpper: rows.upper,
    matrix: matrix.build(rows.count),
  };
}

/** Columns for candidates that join the program. */
export function columnsFor(compiled: Compiled, candidates: readonly number[], cost: (candidate: number) => number) {
  const matrix = sparseColumns();
  for (const candidate of candidates) {
    visitEntries(compiled, candidate, matrix.enter);
    matrix.close();
  }
  const count = candidates.length;
  return {
    cost: Float64Array.from(candidates, cost),
    lower: new Float64Array(count),
    upper: new Float64Array(count).fill(1),
    matrix: matrix.build(compiled.rows.count),
  };
}

/** Calls `enter` for each entry of a column in the rows. */
function visitEntries({ model, rows }: Compiled, column: number, enter: (row: number, value: number) => void): void {
  model.limits.forEach((limits, index) => {
    const { row, divisor } = rows.of[index]!;
    visitGroups(limits, column, (group, use) => {
      if (row[group]! >= 0 && use !== 0) enter(row[group]!, use / divisor[group]!);
    });
  });
}

/** Gathers a matrix column by column, in the compressed form that the solver reads: enter, enter, close, and so on. */
function sparseColumns() {
  const starts: number[] = [0];
  const indices: number[] = [];
  const values: number[] = [];
  return {
    enter: (row: number, value: number) => {
      indices.push(row);
      values.push(value);
    },
    close: () => {
      starts.push(indices.length);
    },
    build: (rows: number) => ({
      format: 'csc' as const,
      numRows: rows,
      numCols: starts.length - 1,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    }),
  };
}
