import type { Model } from '../model.ts';
import { type Ties, tiesOf } from '../ties.ts';
import { type Rows, rowsOf } from './rows.ts';

/** A model with what is computed from it once, before it is handed to the solver. */
export interface Compiled {
  readonly model: Model;
  readonly rows: Rows;
  readonly ties: Ties;
  /** What points are divided by on their way into the solver, and multiplied by on their way out: a power of two. */
  readonly scale: number;
}

/** The solver's tolerances are made for costs up to about this: far beyond it, its answers go astray. */
const LARGEST_COST = 2 ** 24;

/** Compiles a model: its limits to rows, its scores and hashes to costs. */
export function compile(model: Model): Compiled {
  const rows = rowsOf(model);
  return { model, rows, ties: tiesOf(model, rows.quantum), scale: scaleOf(model, rows) };
}

function scaleOf(model: Model, rows: Rows): number {
  let largest = 0;
  for (const score of model.score) largest = Math.max(largest, Math.abs(score));
  for (const score of model.auxiliary?.score ?? []) largest = Math.max(largest, Math.abs(score));
  for (const { price } of rows.steps) largest = Math.max(largest, price);
  return 2 ** Math.max(0, Math.ceil(Math.log2(Math.max(1, largest / model.unit) / LARGEST_COST)));
}
