import type { Model } from '../model.ts';
import { type Ties, tiesOf } from '../ties.ts';
import { type Rows, rowsOf } from './rows.ts';

/** A model with what is computed from it once, before it is handed to the solver. */
export interface Compiled {
  readonly model: Model;
  readonly rows: Rows;
  readonly ties: Ties;
}

/** Compiles a model: its limits to rows, its scores and hashes to costs. */
export function compile(model: Model): Compiled {
  const rows = rowsOf(model);
  return { model, rows, ties: tiesOf(model, rows.quantum) };
}
