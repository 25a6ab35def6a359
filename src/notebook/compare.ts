import {
  type Comparison,
  compareScenarios,
  comparisonParts,
  comparisonTable,
  type ResultTable,
  type Run,
} from '../index.ts';
import { legibly } from './display/legible.ts';
import { kindsOfRun, type NotebookRun, shownRun } from './run.ts';
import { type NotebookScenario, plainScenario } from './scenario.ts';
import { type Shown, shown } from './show.ts';

/**
 * Runs side by side, the first the one that the others are held against.
 *
 * @example
 * const both = await compare(evening, evening.with({ rules: { separation: 1800 } }));
 * both.rows('measures').map(({ name, placed }) => [name, placed]) // [['prime-evening', 12], ['separation 1800', 11]]
 * both.all[1].rows('unplaced').map(({ spot }) => spot) // ['t1', 'd3']
 */
export interface NotebookComparison extends Comparison, Shown {
  /** The runs themselves, in the order given. */
  readonly all: readonly NotebookRun[];
  readonly tables: { readonly measures: ResultTable };
}

/**
 * Runs scenarios and sets them side by side with runs that there are; the others are held against the first.
 *
 * @throws Refusal where there are fewer than two, or they are of several kinds.
 * @example
 * const both = await compare(run, evening.with({ rules: { separation: 1800 } }));
 * both.runs.map(({ label, values }) => [label, values.value]) // [['prime-evening', 73300], ['separation 1800', 67300]]
 */
export function compare(...given: readonly (NotebookScenario | Run)[]): Promise<NotebookComparison> {
  return legibly(async () => {
    const ready: Run[] = [];
    for (const one of given) ready.push('run' in one && plainScenario(one) ? await one.run() : (one as Run));
    const kinds = [...new Set(ready.flatMap(kindsOfRun))];
    const { runs, comparison } = await compareScenarios(ready, { attribution: false, kinds });
    const tables = { measures: comparisonTable(comparison) };
    const key = comparison.runs.map(({ id }) => id.slice(0, 4)).join('-');
    const all = runs.map((run) => shownRun(run, kinds));
    return shown({ ...comparison, all, tables }, { parts: () => comparisonParts(comparison), key });
  });
}
