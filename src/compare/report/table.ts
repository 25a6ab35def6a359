import type { Cell, CellType, ResultTable } from '../../tables/result.ts';
import type { Comparison, Measure } from '../comparison.ts';
import { valueText } from './format.ts';

/**
 * One row a run, one column a measure: shares as fractions, everything else in its own unit.
 *
 * @example
 * const wide = await evening.with({ rules: { separation: 1800 } }).run();
 * comparisonTable(compareRuns([run, wide])).rows.length // 2
 */
export function comparisonTable({ runs, measures }: Comparison): ResultTable {
  return {
    columns: [
      { name: 'name', type: 'text', label: 'Scenario' },
      { name: 'status', type: 'text', label: 'Status' },
      ...measures.map((measure) => ({ name: measure.name, type: typeOf(measure), label: labelOf(measure) })),
    ],
    rows: runs.map(({ label, status, values }): Cell[] => [
      label,
      status,
      ...measures.map(({ name }) => values[name] ?? null),
    ]),
  };
}

const typeOf = ({ unit }: Measure): CellType => (unit === 'share' ? 'percent' : 'number');

const labelOf = ({ label, unit }: Measure): string => (unit === 'dollars' ? `${label} (dollars)` : label);

/** The same for people: one row a measure, one column a run. */
export function measuresTable({ runs, measures }: Comparison): ResultTable {
  return {
    columns: [
      { name: 'measure', type: 'text', label: 'Measure' },
      ...runs.map(({ name, label }) => ({ name, type: 'text' as const, label })),
    ],
    rows: measures.map((measure): Cell[] => [
      measure.label,
      ...runs.map(({ values }) => valueText(values[measure.name] ?? null, measure)),
    ]),
  };
}
