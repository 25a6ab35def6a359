import type { MetricFormula } from '../../../src/audit/metric/formula.ts';

/** What formulas give where every one of their rows is chosen. */
export function allChosen(formulas: readonly MetricFormula[]): Readonly<Record<string, number>> {
  return Object.assign({}, ...formulas.map(valuesOf));
}

function valuesOf(formula: MetricFormula): Readonly<Record<string, number>> {
  if (formula.kind === 'sum')
    return { [formula.metric]: formula.of(formula.value.reduce((sum, each) => sum + each, 0)) };
  const uses = new Array<number>(formula.groups).fill(0);
  formula.group.forEach((group, j) => {
    if (group >= 0) uses[group]! += formula.kind === 'groups' ? (formula.use?.[j] ?? 1) : 1;
  });
  if (formula.kind === 'groups') {
    return { [formula.metric]: formula.of(uses.reduce((sum, use, group) => sum + formula.adds(group, use), 0)) };
  }
  const counts = uses.filter((count) => count > 0).sort((a, b) => b - a);
  return Object.fromEntries(Object.entries(formula.metrics).map(([name, of]) => [name, of(counts)]));
}
