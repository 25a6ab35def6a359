import { describe, expect, it } from 'vitest';
import { gini, largest } from '../../../src/audit/measures.ts';
import { metricsOver } from '../../../src/audit/metric/metric.ts';
import { formulasOf, valuesOf } from '../../../src/audit/metric/values.ts';
import { terminalOf, textsOf } from '../../../src/audit/metric/words.ts';
import { allChosen } from './all-chosen.ts';

interface Trip {
  readonly car: string;
  readonly to: string | undefined;
  readonly miles: number;
}

interface Ledger {
  readonly free: number;
  readonly priced: boolean;
}

const metric = metricsOver<Ledger, Trip>();
const byCar = ({ car }: Trip) => car;
const metrics = {
  trips: metric.count({ label: 'Trips', better: 'more', unit: 'trips', headline: true, terminal: 'trips' }),
  cars: metric.spread({ by: byCar, of: (counts) => counts.length, label: 'Cars', better: 'more', unit: 'cars' }),
  gini: metric.spread({ by: byCar, of: gini, digits: 2, label: 'Gini', better: 'less', terminal: 'gini' }),
  busiest: metric.spread({ by: byCar, of: largest, label: 'Most trips of a car', better: 'less' }),
  cost: metric.sum({
    of: () => (trip) => trip.miles,
    as: (miles, { priced }) => (priced ? miles / 10 : null),
    label: 'Cost',
    better: 'less',
    unit: 'dollars',
    terminal: { label: 'cost', of: 'trips' },
  }),
  beyond: metric.groups({
    by: () => (trip) => trip.to,
    use: () => (trip) => trip.miles,
    adds: (to, miles) => (to === 'rome' ? Math.max(0, miles - 100) : 0),
    label: 'Miles beyond 100 to Rome',
    better: 'less',
    first: true,
  }),
  free: metric.value({ of: ({ free }) => free, label: 'Cars free', better: 'neutral' }),
};
const trips: readonly Trip[] = [
  { car: 'a', to: 'rome', miles: 80 },
  { car: 'a', to: 'rome', miles: 50 },
  { car: 'b', to: undefined, miles: 20 },
];
const ledger = { free: 3, priced: true };

describe('metrics', () => {
  it('are found from the rows and the ledger, in the order of the list', () => {
    expect(Object.entries(valuesOf(metrics, ledger, trips))).toEqual([
      ['trips', 3],
      ['cars', 2],
      ['gini', 0.17],
      ['busiest', 2],
      ['cost', 15],
      ['beyond', 30],
      ['free', 3],
    ]);
  });

  it('of no rows are those of nothing', () => {
    expect(valuesOf(metrics, ledger, [])).toEqual({
      trips: 0,
      cars: 0,
      gini: 0,
      busiest: 0,
      cost: 0,
      beyond: 0,
      free: 3,
    });
  });

  it('follow from whichever rows are chosen by the same statements; those of one grouping together', () => {
    const formulas = formulasOf(metrics, ledger, trips);
    expect(formulas.map(({ kind }) => kind)).toEqual(['sum', 'spread', 'sum', 'groups']);
    const { free: _, ...others } = valuesOf(metrics, ledger, trips);
    expect(allChosen(formulas)).toEqual(others);
  });

  it('without a meaning are null, and have no formula', () => {
    const unpriced = { ...ledger, priced: false };
    expect(valuesOf(metrics, unpriced, trips).cost).toBeNull();
    expect(formulasOf(metrics, unpriced, trips).filter(({ kind }) => kind === 'sum')).toHaveLength(1);
  });

  it('are read by their words alone', () => {
    expect(textsOf(metrics).trips).toEqual({
      label: 'Trips',
      better: 'more',
      headline: true,
      unit: 'trips',
      decides: true,
    });
    expect(textsOf(metrics).beyond).toEqual({
      label: 'Miles beyond 100 to Rome',
      better: 'less',
      headline: false,
      first: true,
      decides: true,
    });
  });

  it('have a line of a terminal where they say so, written by their unit', () => {
    expect(terminalOf(metrics)).toEqual([
      { metric: 'trips', label: 'trips', as: 'count' },
      { metric: 'gini', label: 'gini', as: 'decimal' },
      { metric: 'cost', label: 'cost', of: 'trips', as: 'dollars' },
    ]);
  });
});
