import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { Refusal } from '../../index.ts';
import type { Row } from './rows.ts';

/**
 * What of a danfojs data frame a notebook uses most; `toDanfo<DataFrame>` gives the whole of it.
 *
 * @example
 * const dearest = run.toDanfo('log').then((log) => log.sortValues('cpm', { ascending: false }).head(3).print());
 * await dearest // throws /^danfojs is not installed/
 */
export interface DanfoFrame {
  readonly columns: readonly string[];
  readonly shape: readonly number[];
  readonly values: readonly (readonly unknown[])[];
  head(rows?: number): DanfoFrame;
  loc(where: { readonly rows?: unknown; readonly columns?: readonly string[] }): DanfoFrame;
  iloc(where: { readonly rows?: readonly unknown[]; readonly columns?: readonly unknown[] }): DanfoFrame;
  query(condition: unknown): DanfoFrame;
  sortValues(by: string, options?: { readonly ascending?: boolean }): DanfoFrame;
  groupby(by: readonly string[]): DanfoGroups;
  column(name: string): DanfoSeries;
  describe(): DanfoFrame;
  print(): void;
}

/**
 * Rows that have the same values in some columns.
 *
 * @example
 * const byTier = run.toDanfo('log').then((log) => log.groupby(['tier']).col(['value']).sum().print());
 * await byTier // throws /^danfojs is not installed/
 */
export interface DanfoGroups {
  col(names: readonly string[]): DanfoGroups;
  sum(): DanfoFrame;
  mean(): DanfoFrame;
  count(): DanfoFrame;
  max(): DanfoFrame;
  min(): DanfoFrame;
  agg(how: Readonly<Record<string, string | readonly string[]>>): DanfoFrame;
}

/**
 * One column; comparisons give what `query` takes.
 *
 * @example
 * const long = run.toDanfo('log').then((log) => log.query(log.column('seconds').gt(30)).shape);
 * await long // throws /^danfojs is not installed/
 */
export interface DanfoSeries {
  readonly values: readonly unknown[];
  gt(value: number): DanfoSeries;
  ge(value: number): DanfoSeries;
  lt(value: number): DanfoSeries;
  le(value: number): DanfoSeries;
  eq(value: unknown): DanfoSeries;
  and(other: DanfoSeries): DanfoSeries;
  or(other: DanfoSeries): DanfoSeries;
  sum(): number;
  mean(): number;
  print(): void;
}

interface Danfo {
  readonly DataFrame: new (rows: readonly object[]) => unknown;
}

/**
 * Rows as a danfojs data frame, to filter, group and plot. No figure of a run comes from one: its group keys collide,
 * it counts what is missing as 0, and it reckons in 32 bits.
 *
 * @throws Refusal where danfojs is not installed.
 */
export async function frameOf<Frame>(rows: readonly Row[]): Promise<Frame> {
  const { DataFrame } = load();
  // It keeps what it is given and may change it.
  return new DataFrame(rows.map((row) => ({ ...row }))) as Frame;
}

/** It is sought from the notebook's folder: there it is installed, not beside this library. */
function load(): Danfo {
  const require = createRequire(join(process.cwd(), 'notebook.js'));
  try {
    require.resolve('danfojs');
  } catch {
    const maybe =
      'Maybe "npm --prefix notebooks ci"; in a project of your own "npm install danfojs" with the overrides of notebooks/package.json.';
    throw new Refusal([{ message: `danfojs is not installed in ${process.cwd()} or above it`, maybe }]);
  }
  return require('danfojs') as Danfo;
}
