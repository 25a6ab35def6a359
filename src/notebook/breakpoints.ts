import {
  type BreakpointOptions,
  type Breakpoints,
  breakpoints,
  breakpointsDocument,
  breakpointsTable,
  type ResultTable,
  type Scenario,
} from '../index.ts';
import { type Shown, shown } from './show.ts';

/** From where to where a setting moves, and in what steps: 1 where nothing is said. */
export interface Range {
  readonly from: number;
  readonly to: number;
  readonly step?: number;
}

/**
 * Where the best schedule changes as one setting moves.
 *
 * @example
 * const found = await evening.breakpoints('weights.shift', { from: 1, to: 20 });
 * found.rows('steps').map(({ from, to, slope }) => [from, to, slope]) // [[1, 20, -326]]
 */
export interface NotebookBreakpoints extends Breakpoints, Shown {
  readonly tables: { readonly steps: ResultTable };
}

/** All breakpoints of one setting of a scenario. */
export async function breakpointsOf(
  { file, name }: Scenario,
  options: Pick<BreakpointOptions, 'variant' | 'with' | 'kinds' | 'week'>,
  path: string,
  range: Range,
): Promise<NotebookBreakpoints> {
  const asked = options.week === undefined ? name : `${name}, week ${options.week}`;
  const again = `${asked}: breakpoints('${path}', ${JSON.stringify(range)})`;
  const found = await breakpoints(file, { ...options, with: options.with ?? [], ...range, path, again });
  const key = `steps-${found.steps[0]?.id.slice(0, 6) ?? 'none'}`;
  return shown(
    { ...found, tables: { steps: breakpointsTable(found) } },
    { parts: () => breakpointsDocument(found), key },
  );
}
