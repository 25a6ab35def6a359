import type { Parts } from '../index.ts';
import { bundlesOf, partsOf } from './display/bundles.ts';
import { type DanfoFrame, frameOf } from './display/danfo.ts';
import { DENO_DISPLAY, display, isDrawn } from './display/display.ts';
import { INSPECT, legibly } from './display/legible.ts';
import { type ResultTables, type Row, rowsOf, tableNamed } from './display/rows.ts';

/**
 * What every result of a notebook can do beside being data.
 *
 * @example
 * run.parts.slice(0, 3) // ['verdict', 'tiles', 'log']
 * JSON.stringify(run).includes('"show"') // false
 */
export interface Shown {
  /**
   * Shows the result in the cell: verdict, tiles, charts and tables. With names, those parts alone, in that order.
   * Where there is no notebook it prints their text, charts as their captions.
   *
   * @throws Refusal where there is no part of that name; `parts` lists them.
   * @example
   * await run.show('verdict', 'obligations') // prints /\nObligations: Nothing is owed: .+\.$/
   * await run.show('obligation') // throws /^no part "obligation" to show/
   */
  show(...parts: readonly string[]): Promise<void>;
  /** The names that `show` takes. */
  readonly parts: readonly string[];
  /**
   * The rows of a result table, exact: money in cents, a share from 0 to 1.
   *
   * @throws Refusal where there is no table of that name; the message names those that there are.
   * @example
   * const [{ spot, break: name, value }] = run.rows('log');
   * [spot, name, value] // ['h1', 'b2014', 1280000]
   */
  rows(table: string): readonly Row[];
  /**
   * The same as a danfojs data frame, to filter, group and plot; no figure of the result ever comes from one.
   *
   * @throws Refusal where there is no table of that name, or danfojs is not installed.
   * @example
   * await run.toDanfo('log') // throws /^danfojs is not installed in .+\nMaybe "npm --prefix notebooks ci"/
   */
  toDanfo<Frame = DanfoFrame>(table: string): Promise<Frame>;
}

/** How a result is shown. */
export interface Look {
  /** Made when they are asked for. */
  readonly parts: () => Parts;
  /** Makes ids unique in a notebook: results that look different have different keys. */
  readonly key: string;
}

/**
 * Data that can show itself. What it can do is not enumerable: copied, compared or written as JSON, it is its data.
 */
export function shown<Data extends { readonly tables: ResultTables }>(data: Data, look: Look): Data & Shown {
  const { parts, key } = look;
  const own = {
    show: (...asked: readonly string[]) =>
      legibly(async () => display(await bundlesOf(parts(), asked, key, isDrawn()))),
    rows: (table: string) => legibly(() => rowsOf(tableNamed(data.tables, table))),
    toDanfo: <Frame>(table: string) => legibly(async () => frameOf<Frame>(rowsOf(tableNamed(data.tables, table)))),
    // A cell's last value is logged: one line, not thousands.
    [INSPECT]: () => `${parts().title}: ${parts().headline}. await ….show() shows it.`,
    [DENO_DISPLAY]: async () => (await bundlesOf(parts(), ['verdict'], key, false))[0],
  };
  const result = Object.defineProperties({ ...data }, Object.getOwnPropertyDescriptors(hidden(own)));
  Object.defineProperty(result, 'parts', { get: () => partsOf(parts()) });
  return result as Data & Shown;
}

function hidden(own: object): object {
  const bare = {};
  for (const key of Reflect.ownKeys(own))
    Object.defineProperty(bare, key, { value: own[key as keyof typeof own], enumerable: false });
  return bare;
}
